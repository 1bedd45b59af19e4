import { generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { TestCertificateAuthority } from '@culvert/loopback';
import { Agent, fetch } from 'undici';
import { OktaDouble, type OktaDoubleOptions } from '../src';

export const DOMAIN = 'culvert.okta.example.com';
const CUSTOM = '/oauth2/ausculvert/v1/token';
const ORG = '/oauth2/v1/token';
export const SECRETS = '/api/v1/apps/0oaInvoices/credentials/secrets';
export const KEYS = '/api/v1/apps/0oaOrders/credentials/jwks';
export const PASSWORD = 'pass word: 100% /+&=';

const keys = {
  orders: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  next: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  management: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
type KeyName = keyof typeof keys;

/** An Okta of this process, and what callers and administrators ask it for. */
export class Setting {
  private constructor(
    readonly okta: OktaDouble,
    readonly ca: string,
    readonly agent: Agent,
  ) {}

  static async start(): Promise<Setting> {
    const authority = await TestCertificateAuthority.create();
    const certificate = await authority.server({ names: [DOMAIN] });
    const okta = await OktaDouble.start({ ...options, certificate });
    const { ca } = authority;
    return new Setting(okta, ca, new Agent({ connect: { ca, servername: DOMAIN } }));
  }

  async stop(): Promise<void> {
    await this.agent.close();
    await this.okta.stop();
  }

  async send(
    method: string,
    path: string,
    { token, body }: { token?: string; body?: unknown } = {},
  ) {
    const response = await fetch(`https://127.0.0.1:${this.okta.port}${path}`, {
      method,
      dispatcher: this.agent,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  private async ask(path: string, form: Record<string, string>, basic?: string) {
    const response = await fetch(`https://127.0.0.1:${this.okta.port}${path}`, {
      method: 'POST',
      dispatcher: this.agent,
      headers: basic === undefined ? {} : { authorization: `Basic ${btoa(basic)}` },
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  withSecret(secret: string, scope = 'invoices.read') {
    return this.ask(CUSTOM, { grant_type: 'client_credentials', scope }, `0oaInvoices:${secret}`);
  }

  withKey(name: KeyName, kid: string) {
    const form = { ...assertion(name, kid, '0oaOrders', CUSTOM), scope: 'orders.read' };
    return this.ask(CUSTOM, form);
  }

  withPassword(password: string) {
    return this.ask(CUSTOM, {
      grant_type: 'password',
      username: 'a@example.com',
      password,
      scope: 'shipments.read',
      client_id: '0oaShipments',
      client_secret: 'secret of shipments',
    });
  }

  /** A token for the management API. */
  async management(scope = 'okta.apps.manage okta.users.manage'): Promise<string> {
    const form = { ...assertion('management', 'm-1', '0oaAdmin', ORG), scope };
    const { body } = await this.ask(ORG, form);
    return body['access_token'] ?? '';
  }
}

export const options: Omit<OktaDoubleOptions, 'certificate'> = {
  domain: DOMAIN,
  authorizationServerId: 'ausculvert',
  clients: [
    {
      clientId: '0oaOrders',
      appId: '0oaOrders',
      grant: 'private_key_jwt',
      jwk: publicJwk('orders', 'k-1'),
      scopes: ['orders.read'],
    },
    {
      clientId: '0oaInvoices',
      appId: '0oaInvoices',
      grant: 'client_secret',
      clientSecret: 'secret of invoices',
      scopes: ['invoices.read'],
      claims: { costCentre: 'c-7' },
    },
    {
      clientId: '0oaShipments',
      appId: '0oaShipments',
      grant: 'password',
      clientAuthentication: 'post',
      clientSecret: 'secret of shipments',
      scopes: ['shipments.read'],
    },
  ],
  users: [{ userId: '00uA', username: 'a@example.com', password: PASSWORD }],
  management: { clientId: '0oaAdmin', jwk: publicJwk('management', 'm-1') },
  tokenLifetime: 600,
};

export function publicJwk(name: KeyName, kid: string): JsonWebKey & { kid: string } {
  return { ...keys[name].publicKey.export({ format: 'jwk' }), kid };
}

function assertion(name: KeyName, kid: string, client: string, path: string) {
  const { privateKey } = keys[name];
  const alg = privateKey.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256';
  const now = Math.floor(Date.now() / 1000);
  const aud = `https://${DOMAIN}${path}`;
  const claims = { iss: client, sub: client, aud, jti: randomUUID(), iat: now, exp: now + 60 };
  const signed = [{ alg, kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return {
    grant_type: 'client_credentials',
    client_id: client,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${signed}.${signature.toString('base64url')}`,
  };
}
