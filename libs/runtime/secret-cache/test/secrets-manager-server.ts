import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Version {
  readonly id: string;
  readonly text?: string;
}

export type Answer = (response: ServerResponse) => void;

/** Speaks `GetSecretValue` on loopback, honestly unless told how to answer the next requests. */
export class SecretsManagerServer {
  readonly stages = new Map<string, Version>();
  readonly requests: Readonly<Record<string, string>>[] = [];
  private readonly answers: Answer[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Forgets what was asked and how to answer. */
  reset(): void {
    this.stages.clear();
    this.requests.length = 0;
    this.answers.length = 0;
  }

  put(id: string, value: unknown, stage = 'AWSCURRENT'): void {
    this.stages.set(stage, { id, text: JSON.stringify(value) });
  }

  /** The last step of a rotation: the pending version becomes the current one. */
  finishRotation(): void {
    const [current, pending] = ['AWSCURRENT', 'AWSPENDING'].map((stage) => this.stages.get(stage));
    if (!current || !pending) throw new Error('no rotation is under way');
    this.stages.set('AWSPREVIOUS', current);
    this.stages.set('AWSCURRENT', pending);
    this.stages.delete('AWSPENDING');
  }

  answerNext(...answers: readonly Answer[]): void {
    this.answers.push(...answers);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const input = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
    this.requests.push({ ...input, target: String(request.headers['x-amz-target']) });
    // The client takes another date than its own for a clock that is wrong, and tries again.
    response.setHeader('date', new Date(Date.now()).toUTCString());
    (this.answers.shift() ?? this.value(input))(response);
  }

  private value({ SecretId, VersionStage = 'AWSCURRENT' }: Record<string, string>): Answer {
    const version = this.stages.get(VersionStage);
    if (!version) return failWith(400, 'ResourceNotFoundException');
    return answerWith(200, {
      Name: SecretId,
      VersionId: version.id,
      SecretString: version.text,
      VersionStages: [VersionStage],
    });
  }
}

export function answerWith(status: number, body: unknown): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export function failWith(status: number, type: string): Answer {
  return answerWith(status, { __type: type, message: `${type} it is` });
}

/** Never answers. */
export const hang: Answer = () => undefined;

export const resetConnection: Answer = (response) => void response.socket?.resetAndDestroy();

/** Answers after `release` was called. */
export function held(answer: Answer): { readonly answer: Answer; readonly release: () => void } {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { answer: (response) => void released.then(() => answer(response)), release };
}
