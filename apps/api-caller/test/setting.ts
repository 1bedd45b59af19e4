import {
  ScriptedServer,
  type ServerAnswer,
  serverAnswers,
  type TestCertificateAuthority,
} from '@culvert/loopback';
import { AwsAnswers } from './aws-answers';
import { canaries } from './canaries';

const { json } = serverAnswers;

export const SECRET_ARN =
  'arn:aws:secretsmanager:eu-central-1:111111111111:secret:orders/okta-AbCdEf';

const CLAIMS = Buffer.from(JSON.stringify({ email: canaries.claim })).toString('base64url');

/** A token as Okta gives it: claims that anybody can read who sees it. */
export const TOKEN = `eyJhbGciOiJSUzI1NiJ9.${CLAIMS}.${canaries.token}`;

export const order = { id: 'o-1', lines: 2 };

/** What Okta answers when all is well, with other fields where they are given. */
export const granted = (fields: object = {}): ServerAnswer =>
  json({ access_token: TOKEN, token_type: 'Bearer', expires_in: 3600, ...fields });

export interface SettingOptions {
  readonly authority: TestCertificateAuthority;
  /** In turn, the last again and again. @default a token */
  readonly okta?: readonly ServerAnswer[];
  /** In turn, the last again and again. @default an order */
  readonly api?: readonly ServerAnswer[];
  /** How the API's TLS is set up. @default as it should be */
  readonly apiTls?: object;
  /** How Okta's TLS is set up. @default as it should be */
  readonly oktaTls?: object;
}

/** The servers around one function, and its environment. */
export class Setting {
  private constructor(
    readonly aws: AwsAnswers,
    private readonly awsServer: ScriptedServer,
    readonly okta: ScriptedServer,
    readonly api: ScriptedServer,
  ) {}

  static async start(options: SettingOptions): Promise<Setting> {
    const { authority, okta = [granted()], api = [json(order)] } = options;
    const tls = await authority.server();
    const aws = new AwsAnswers();
    aws.secretIs({ clientSecret: canaries.clientSecret, ca: authority.ca });
    return new Setting(
      aws,
      await ScriptedServer.http(aws.answer),
      await ScriptedServer.https({ ...tls, ...options.oktaTls }, ...okta),
      await ScriptedServer.https({ ...tls, ...options.apiTls }, ...api),
    );
  }

  environment(variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: this.awsServer.origin,
      OKTA_ISSUER: `${this.okta.origin}/oauth2/ausculvert`,
      OKTA_CLIENT_ID: '0oaculvertorders',
      OKTA_GRANT: 'client_secret',
      OKTA_SCOPES: 'orders.read orders.write',
      API_NAME: 'orders',
      API_BASE_URL: `${this.api.origin}/v1`,
      SECRET_ID: SECRET_ARN,
      LOG_LEVEL: 'debug',
      ...variables,
    };
  }

  async stop(): Promise<void> {
    await Promise.all([this.awsServer, this.okta, this.api].map((server) => server.stop()));
  }
}
