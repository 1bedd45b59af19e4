import { TestCertificateAuthority } from '@culvert/loopback';
import { ClientSecret, OktaToken, type OktaTokenOptions, type SecretSource } from '../src';
import { HttpsServer } from './https-server';
import { Versions } from './versions';

export const PATIENT = { remainingMs: 25_000 };

export const withSecret = (secret: SecretSource<{ readonly clientSecret: string }>) =>
  new ClientSecret({ secret, method: 'post' });

/** A server for the tests of a file, and clients of it. */
export function setup() {
  let server: HttpsServer;
  let ca: string;

  beforeAll(async () => {
    const authority = await TestCertificateAuthority.create();
    ca = authority.ca;
    server = await HttpsServer.start(await authority.server());
  });
  afterAll(() => server.close());

  return {
    server: () => server,
    client: (options: Partial<OktaTokenOptions> = {}): OktaToken =>
      new OktaToken({
        authorizationServer: {
          issuer: `${server.origin}/oauth2/aus1`,
          tokenEndpoint: `${server.origin}/oauth2/aus1/v1/token`,
        },
        clientId: 'orders-caller',
        authentication: withSecret(new Versions({ clientSecret: 'secret' })),
        ca,
        ...options,
      }),
  };
}
