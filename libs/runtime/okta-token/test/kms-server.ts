import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';

export const KEYS = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
} as const;

interface SignRequest {
  readonly KeyId: keyof typeof KEYS;
  readonly Message: string;
}

/** Signs with real keys through KMS's JSON protocol, or fails as it is told to. */
export class KmsServer {
  public readonly messages: string[] = [];
  public failure: { readonly status: number; readonly type: string } | 'reset' | undefined;

  private constructor(private readonly server: Server) {}

  public static async start(): Promise<KmsServer> {
    const server = createServer();
    const started = new KmsServer(server);
    server.on('request', (request, response) => started.receive(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return started;
  }

  public client(): KMSClient {
    const { port } = this.server.address() as AddressInfo;
    return new KMSClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary-secret-access-key' },
      maxAttempts: 1,
    });
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { KeyId, Message } = (await readJson(request)) as SignRequest;
    const message = Buffer.from(Message, 'base64');
    this.messages.push(message.toString());
    if (this.failure === 'reset') {
      request.socket.destroy();
      return;
    }
    const failure =
      this.failure ?? (KeyId in KEYS ? undefined : { status: 400, type: 'NotFoundException' });
    const [status, answer] =
      failure === undefined
        ? [200, { KeyId, Signature: signed(message, KEYS[KeyId].privateKey) }]
        : [failure.status, { __type: failure.type, message: 'no' }];
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer));
  }
}

function signed(message: Buffer, key: KeyObject): string {
  return sign('sha256', message, key).toString('base64');
}
