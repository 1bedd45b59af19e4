import { OktaDouble } from '@culvert/okta-double';
import { TestCertificateAuthority } from '@culvert/loopback';
import type { DeployedStack, Exercised } from '../exercise';
import { accountOfArn } from '../../embedded-aws/account';
import { CallerExercise } from './caller-exercise';
import { createCredential, putSecret } from './credentials';
import { Executions } from './executions';
import { InternalApi } from './internal-api';
import type { Outputs } from './outputs';
import { publicJwk } from './signing-key';

/**
 * Gives the stack an Okta and an internal API, both over TLS by a private authority, and its secrets
 * their values; then calls, in every way that the stack has, and looks for what leaked.
 */
export async function oktaCaller(stack: DeployedStack): Promise<Exercised> {
  const { callers, okta: settings } = stack.outputs as unknown as Outputs;
  const account = await accountOfArn(stack.aws, settings.managementKeyArn);
  const authority = await TestCertificateAuthority.create();
  const hosts = Object.values(callers).map(({ apiBaseUrl }) => new URL(apiBaseUrl).hostname);
  const credentials = await Promise.all(
    Object.values(callers).map((caller) => createCredential(account, caller)),
  );
  const okta = await OktaDouble.start({
    certificate: await authority.server({ names: [settings.domain] }),
    domain: settings.domain,
    authorizationServerId: settings.issuer.slice(settings.issuer.lastIndexOf('/') + 1),
    clients: credentials.map(({ client }) => client),
    users: credentials.flatMap(({ users }) => users),
    management: {
      clientId: settings.managementClientId,
      jwk: await publicJwk(account, settings.managementKeyArn),
    },
  });
  let api: InternalApi | undefined;
  try {
    api = await InternalApi.start(await authority.server({ names: hosts }), authority.ca, okta);
    const apiPort = api.port;
    stack.aws.route({
      ...routeToOkta(okta, settings),
      ...Object.fromEntries(hosts.map((host) => [`${host}:443`, apiPort])),
    });
    await Promise.all(
      Object.values(callers).map((caller, index) =>
        putSecret(account, caller, { ...credentials[index]?.secret, ca: authority.ca }),
      ),
    );
    const executions = new Executions(account, stack.signal);
    const canaries = credentials.flatMap((credential) => credential.canaries);
    return await new CallerExercise(stack, account, callers, okta, api, executions, canaries).run();
  } finally {
    api?.stop();
    await okta.stop();
  }
}

/** The way that the deployed network leaves open: straight, or through its proxy. */
function routeToOkta(okta: OktaDouble, { domain, proxyUrl }: Outputs['okta']) {
  return proxyUrl === undefined
    ? { [`${domain}:443`]: okta.port }
    : { [new URL(proxyUrl).host]: Number(new URL(okta.proxyUrl).port) };
}
