import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretCache, type SecretCacheProps } from '../src';
import { type Credentials, parseCredentials } from './credentials';
import { SecretsManagerServer } from './secrets-manager-server';

/** A server for the tests of a file, the caches that read from it, and a clock that can be moved. */
export function setup() {
  const server = new SecretsManagerServer();
  const clients: SecretsManagerClient[] = [];
  let endpoint: string;
  let now: number;

  beforeAll(async () => {
    endpoint = await server.start();
  });
  beforeEach(() => {
    server.reset();
    server.put('v1', { username: 'alice' });
    now = Date.parse('2026-01-05T09:30:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const client of clients.splice(0)) client.destroy();
  });
  afterAll(() => server.stop());

  return {
    server,
    endpoint: () => endpoint,
    cache(props: Partial<SecretCacheProps<Credentials>> = {}): SecretCache<Credentials> {
      const client = new SecretsManagerClient({
        endpoint,
        region: 'eu-central-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      clients.push(client);
      return new SecretCache({
        secretId: 'orders/okta',
        parse: parseCredentials,
        client,
        ...props,
      });
    },
    passSeconds(seconds: number): void {
      now += 1000 * seconds;
    },
  };
}
