import {
  ScriptedServer,
  type ServerAnswer,
  type TestCertificateAuthority,
} from '@culvert/loopback';
import { ApiClient, type ApiClientOptions } from '../src';

/** An API and a client that trusts it. */
export async function apiAndClient(
  authority: TestCertificateAuthority,
  answers: readonly ServerAnswer[],
  options: Partial<ApiClientOptions> = {},
) {
  const api = await ScriptedServer.https(await authority.server(), ...answers);
  const client = new ApiClient({ baseUrl: `${api.origin}/v1`, ca: authority.ca, ...options });
  const stop = async () => {
    await client.close();
    await api.stop();
  };
  return { api, client, stop };
}
