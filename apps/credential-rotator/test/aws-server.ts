import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export const ACCOUNT = '111111111111';
const PREFIX = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/`;

type Input = Readonly<Partial<Record<string, string>>> & {
  readonly Tags?: Tags;
  readonly VersionStages?: readonly string[];
};
type Tags = readonly { readonly TagKey: string; readonly TagValue: string }[];

interface Version {
  readonly createdAt: number;
  text?: string;
  stages: string[];
}

interface Key {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly policy?: string;
  readonly tags: Tags;
  /** Whether its policy keeps it from us. */
  readonly foreign?: boolean;
  state: 'Enabled' | 'PendingDeletion';
}

interface Break {
  /** The operation that fails, or the how many-th call from 0. */
  readonly at: string | number;
  /** Its status and type, or a connection that breaks before or after the call is done. */
  readonly how: { readonly status: number; readonly type: string } | 'reset' | 'lost';
}

class AwsFailure extends Error {
  constructor(readonly type: string) {
    super(type);
  }
}

/** What Secrets Manager and KMS do in a rotation: versions, stages, tags, and keys that really sign. */
export class AwsServer {
  /** The operations that were called. */
  readonly calls: string[] = [];
  /** Every value that was ever stored. */
  readonly stored: string[] = [];
  readonly keys = new Map<string, Key>();
  readonly #secrets = new Map<string, { rotates: boolean; versions: Map<string, Version> }>();
  #broken: Break | undefined;
  #seen = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<AwsServer> {
    const server = createServer();
    const started = new AwsServer(server);
    server.on('request', (request, response) => void started.receive(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return started;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** From a call on, that call and all after it fail; a named operation fails each time. */
  break(at: Break['at'], how: Break['how'] = 'reset'): void {
    this.#broken = { at, how };
    this.#seen = 0;
  }

  mend(): void {
    this.#broken = undefined;
  }

  /** A new secret, with a current value or none. */
  addSecret(arn: string, text?: string, { rotates = true } = {}): void {
    const versions = new Map<string, Version>();
    this.#secrets.set(arn, { rotates, versions });
    if (text !== undefined) this.put(versions, randomUUID(), text, 'AWSCURRENT');
  }

  /** What RotateSecret does before it calls the function. @returns the version's id */
  startRotation(arn: string): string {
    const { versions } = this.secret(arn);
    const id = randomUUID();
    for (const version of versions.values()) without(version, 'AWSPENDING');
    versions.set(id, { createdAt: Date.now(), stages: ['AWSPENDING'] });
    return id;
  }

  /** The stored text of a stage. */
  text(arn: string, stage: string): string | undefined {
    return this.find(arn, stage)?.[1].text;
  }

  /** Somebody else changes a value. */
  setText(arn: string, stage: string, text: string): void {
    const [, version] = this.find(arn, stage) ?? [];
    if (version !== undefined) version.text = text;
  }

  versionId(arn: string, stage: string): string | undefined {
    return this.find(arn, stage)?.[0];
  }

  addKey(spec = 'ECC_NIST_P256', tags: Tags = [], policy?: string, foreign = false): string {
    const pair =
      spec === 'ECC_NIST_P256'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const id = randomUUID();
    this.keys.set(id, { ...pair, tags, policy, foreign, state: 'Enabled' });
    return PREFIX + id;
  }

  /** What KMS does after 30 days. */
  deleteKeys(): void {
    for (const [id, { state }] of this.keys) if (state !== 'Enabled') this.keys.delete(id);
  }

  key(idOrArn: string): Key {
    const key = this.keys.get(idOrArn.replace(PREFIX, ''));
    if (key === undefined) throw new AwsFailure('NotFoundException');
    return key;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = (await json(request)) as Input;
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    const broken = this.isBroken(operation) ? this.#broken : undefined;
    this.calls.push(operation);
    this.#seen += 1;
    if (broken?.how === 'reset' || (broken?.how === 'lost' && this.#seen - 1 !== broken.at)) {
      request.socket.destroy();
      return;
    }
    let status = 200;
    let body: object;
    try {
      if (typeof broken?.how === 'object') {
        status = broken.how.status;
        throw new AwsFailure(broken.how.type);
      }
      body = this.answer(operation, input);
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      if (status === 200) status = 400;
      body = { __type: error.type, message: 'canary-aws-message' };
    }
    if (broken?.how === 'lost') {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  }

  private isBroken(operation: string): boolean {
    const { at } = this.#broken ?? {};
    return typeof at === 'number' ? this.#seen >= at : at === operation;
  }

  private answer(operation: string, input: Input): object {
    const { SecretId, KeyId } = input;
    switch (operation) {
      case 'DescribeSecret': {
        const { rotates, versions } = this.secret(SecretId ?? '');
        const stages = [...versions].map(([id, version]) => [id, version.stages]);
        return {
          ARN: SecretId,
          RotationEnabled: rotates,
          VersionIdsToStages: Object.fromEntries(stages),
        };
      }
      case 'GetSecretValue':
        return this.getSecretValue(SecretId ?? '', input);
      case 'PutSecretValue':
        return this.putSecretValue(SecretId ?? '', input);
      case 'UpdateSecretVersionStage':
        return this.moveStage(SecretId ?? '', input);
      case 'ListKeys':
        return { Keys: [...this.keys.keys()].map((id) => ({ KeyId: id, KeyArn: PREFIX + id })) };
      case 'ListResourceTags': {
        const { tags, foreign } = this.key(KeyId ?? '');
        if (foreign) throw new AwsFailure('AccessDeniedException');
        return { Tags: tags };
      }
      case 'DescribeKey':
        return { KeyMetadata: { KeyId, KeyState: this.key(KeyId ?? '').state } };
      case 'CreateKey': {
        const arn = this.addKey(input['KeySpec'], input.Tags, input['Policy']);
        return { KeyMetadata: { KeyId: arn.replace(PREFIX, ''), Arn: arn } };
      }
      case 'GetPublicKey': {
        const der = this.key(KeyId ?? '').publicKey.export({ format: 'der', type: 'spki' });
        return { KeyId, PublicKey: der.toString('base64') };
      }
      case 'ScheduleKeyDeletion': {
        const key = this.key(KeyId ?? '');
        if (key.state !== 'Enabled') throw new AwsFailure('KMSInvalidStateException');
        key.state = 'PendingDeletion';
        return { KeyId };
      }
      case 'Sign': {
        const { privateKey, state } = this.key(KeyId ?? '');
        if (state !== 'Enabled') throw new AwsFailure('KMSInvalidStateException');
        const message = Buffer.from(String(input['Message']), 'base64');
        return { KeyId, Signature: sign('sha256', message, privateKey).toString('base64') };
      }
      default:
        throw new AwsFailure('UnknownOperationException');
    }
  }

  private getSecretValue(arn: string, { VersionId, VersionStage = 'AWSCURRENT' }: Input): object {
    const [id, version] = this.find(arn, VersionStage) ?? [];
    if (version?.text === undefined || (VersionId !== undefined && VersionId !== id)) {
      throw new AwsFailure('ResourceNotFoundException');
    }
    const { text, stages, createdAt } = version;
    return {
      ARN: arn,
      VersionId: id,
      SecretString: text,
      VersionStages: stages,
      CreatedDate: createdAt / 1000,
    };
  }

  private putSecretValue(arn: string, input: Input): object {
    const { ClientRequestToken: id = '', SecretString: text = '', VersionStages } = input;
    const { versions } = this.secret(arn);
    const existing = versions.get(id)?.text;
    if (existing !== undefined && existing !== text) {
      throw new AwsFailure('ResourceExistsException');
    }
    for (const stage of VersionStages ?? []) this.put(versions, id, text, stage);
    return { ARN: arn, VersionId: id };
  }

  private moveStage(arn: string, input: Input): object {
    const { VersionStage: stage, MoveToVersionId: to, RemoveFromVersionId: from } = input;
    const { versions } = this.secret(arn);
    const [source, target] = [versions.get(from ?? ''), versions.get(to ?? '')];
    if (target === undefined || !source?.stages.includes(stage ?? '')) {
      throw new AwsFailure('InvalidParameterException');
    }
    for (const version of versions.values()) without(version, 'AWSPREVIOUS');
    without(source, 'AWSCURRENT');
    source.stages.push('AWSPREVIOUS');
    target.stages.push('AWSCURRENT');
    return { ARN: arn };
  }

  private put(versions: Map<string, Version>, id: string, text: string, stage: string): void {
    this.stored.push(text);
    for (const version of versions.values()) without(version, stage);
    const version = versions.get(id) ?? { createdAt: Date.now(), stages: [] };
    versions.set(id, version);
    version.text = text;
    version.stages.push(stage);
  }

  private find(arn: string, stage: string): [string, Version] | undefined {
    return [...this.secret(arn).versions].find(([, { stages }]) => stages.includes(stage));
  }

  private secret(arn: string) {
    const secret = this.#secrets.get(arn);
    if (secret === undefined) throw new AwsFailure('ResourceNotFoundException');
    return secret;
  }
}

function without(version: Version, stage: string): void {
  version.stages = version.stages.filter((each) => each !== stage);
}
