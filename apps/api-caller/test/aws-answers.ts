import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto';
import { type ServerAnswer, serverAnswers } from '@culvert/loopback';

const { json } = serverAnswers;

/** What Secrets Manager and KMS answer: one secret with versions, and keys that really sign. */
export class AwsAnswers {
  /** Private keys by their id. */
  readonly keys = new Map<string, JsonWebKey>();
  #versions: unknown[] = [];
  #faults: (ServerAnswer | undefined)[] = [];
  #reads = 0;

  /** How often the secret was asked for. */
  get secretReads(): number {
    return this.#reads;
  }

  /** The secret's versions: each time that it is read it is the next, the last again and again. */
  secretIs(...versions: readonly unknown[]): void {
    this.#versions = [...versions];
  }

  /** How reads of the secret are answered instead, in turn, the last again and again. */
  secretFails(...faults: readonly (ServerAnswer | undefined)[]): void {
    this.#faults = [...faults];
  }

  readonly answer: ServerAnswer = (response, request) => {
    const input = JSON.parse(request.body) as Record<string, string>;
    if (request.headers['x-amz-target'] === 'TrentService.Sign') {
      return json(this.sign(input))(response, request);
    }
    const fault = this.#faults[Math.min(this.#reads, this.#faults.length - 1)];
    const version = Math.min(this.#reads, this.#versions.length - 1);
    this.#reads += 1;
    const answer =
      fault ??
      json({
        ARN: input['SecretId'],
        VersionId: `version-${version}`,
        SecretString: JSON.stringify(this.#versions[version]),
      });
    return answer(response, request);
  };

  private sign({ KeyId = '', Message = '', SigningAlgorithm }: Record<string, string>) {
    const key = createPrivateKey({ key: this.keys.get(KeyId) ?? {}, format: 'jwk' });
    const signature = sign('sha256', Buffer.from(Message, 'base64'), key);
    return { KeyId, SigningAlgorithm, Signature: signature.toString('base64') };
  }
}
