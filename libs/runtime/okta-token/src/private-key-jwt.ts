import { randomUUID } from 'node:crypto';
import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { SigningKey } from '@culvert/credential';
import { ContractError } from '@culvert/errors';
import type { ClientAuth } from 'oauth4webapi';
import type { ClientAuthentication, ProofContext } from './client-authentication';
import { joseSignature } from './private/jose-signature';
import { kmsError } from './private/kms-error';
import { UsedSecret } from './private/used-secret';
import type { SecretSource } from './secret-source';

const LIFETIME_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 30;

/** What KMS calls the algorithms of JOSE. */
const SIGNING_ALGORITHMS = {
  RS256: 'RSASSA_PKCS1_V1_5_SHA_256',
  ES256: 'ECDSA_SHA_256',
} as const;

export interface PrivateKeyJwtOptions {
  readonly kms: KMSClient;
  /** The key: usage SIGN_VERIFY, spec RSA_2048 or larger, or ECC_NIST_P256. */
  readonly key: SecretSource<SigningKey>;
  /**
   * `aud` of the assertion.
   *
   * @default the token endpoint, which is what Okta asks for
   */
  readonly audience?: string;
}

/**
 * An assertion signed by KMS: there is no secret, and the key never leaves KMS. Each assertion has an
 * id of its own and lives for a minute. Which key it is, is read again once when the server or KMS
 * refuses it.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
export class PrivateKeyJwt implements ClientAuthentication {
  readonly #key: UsedSecret<SigningKey, SigningKey>;
  #issuedAt = 0;
  #proved = 0;

  constructor(private readonly options: PrivateKeyJwtOptions) {
    this.#key = new UsedSecret(options.key, ({ keyId, kmsKeyId, algorithm }) => ({
      keyId,
      kmsKeyId,
      algorithm,
    }));
  }

  async prove({ serverTime, signal }: ProofContext): Promise<ClientAuth> {
    const key = await this.#key.get(signal);
    this.#issuedAt = serverTime();
    this.#proved = Date.now() / 1000;
    const issuedAt = Math.floor(this.#issuedAt);
    return async (server, { client_id }, body) => {
      const assertion = await this.sign(
        key,
        {
          iss: client_id,
          sub: client_id,
          aud: this.options.audience ?? server.token_endpoint,
          jti: randomUUID(),
          iat: issuedAt,
          exp: issuedAt + LIFETIME_SECONDS,
        },
        signal,
      );
      body.set('client_id', client_id);
      body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      body.set('client_assertion', assertion);
    };
  }

  /** A wrong clock of ours is cured by the refusal itself, by its Date; else the key may be another. */
  async renew({ serverTime, signal }: ProofContext): Promise<boolean> {
    const elapsed = Date.now() / 1000 - this.#proved;
    const clockError = Math.abs(serverTime() - elapsed - this.#issuedAt);
    return clockError > CLOCK_TOLERANCE_SECONDS || this.#key.refresh(signal);
  }

  private async sign(
    { keyId, kmsKeyId, algorithm }: SigningKey,
    claims: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) {
    const signed = `${encode({ alg: algorithm, kid: keyId, typ: 'JWT' })}.${encode(claims)}`;
    const command = new SignCommand({
      KeyId: kmsKeyId,
      Message: Buffer.from(signed),
      MessageType: 'RAW',
      SigningAlgorithm: SIGNING_ALGORITHMS[algorithm],
    });
    const { Signature } = await this.options.kms
      .send(command, { abortSignal: signal })
      .catch((error) => {
        throw signal.aborted ? signal.reason : kmsError(error, kmsKeyId);
      });
    if (Signature === undefined) {
      throw new ContractError(`kms key ${kmsKeyId} gave no signature`);
    }
    const signature = algorithm === 'ES256' ? joseSignature(Signature) : Signature;
    return `${signed}.${Buffer.from(signature).toString('base64url')}`;
  }
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
