import type {
  ApplicationEstate,
  CrossAccountPrivatelinkEstate,
  ServiceEstate,
} from '../cross-account-privatelink-estate';
import type { Estate } from '../estate';
import type {
  ClientSecretEstate,
  OktaCallerEstate,
  OktaClientEstate,
  PasswordEstate,
  PrivateKeyJwtEstate,
} from '../okta-caller-estate';
import type {
  OnPremEstate,
  OnPremServiceEstate,
  TransitGatewayOnpremEstate,
} from '../transit-gateway-onprem-estate';

/** An estate that the schema and the rules find nothing wrong with, its defaults filled in. */
export interface ValidEstate extends Omit<
  Estate,
  'crossAccountPrivatelink' | 'transitGatewayOnprem' | 'oktaCaller'
> {
  readonly crossAccountPrivatelink?: ValidPrivatelink;
  readonly transitGatewayOnprem?: ValidOnprem;
  readonly oktaCaller?: ValidOktaCaller;
}

interface ValidPrivatelink extends Omit<CrossAccountPrivatelinkEstate, 'application'> {
  readonly application: Omit<ApplicationEstate, 'service'> & {
    readonly service: WithoutPort<ServiceEstate>;
  };
}

interface ValidOnprem extends Omit<TransitGatewayOnpremEstate, 'onPrem'> {
  readonly onPrem: Omit<OnPremEstate, 'service'> & {
    readonly service: WithoutPort<OnPremServiceEstate>;
  };
}

interface ValidOktaCaller extends Omit<OktaCallerEstate, 'callers'> {
  readonly callers: Readonly<Record<string, ValidOktaClient>>;
}

type ValidOktaClient =
  | Defaulted<PrivateKeyJwtEstate, 'reservedConcurrency' | 'algorithm'>
  | Defaulted<ClientSecretEstate, 'reservedConcurrency' | 'clientAuthentication'>
  | Defaulted<PasswordEstate, 'reservedConcurrency' | 'clientAuthentication'>;

type Defaulted<Client, Key extends keyof Client> = Omit<Client, Key> & {
  readonly [Optional in Key]?: Client[Optional];
};

type WithoutPort<Service> = Omit<Service, 'port'> & { readonly port?: number };

/** Fills in what depends on other values, which a schema cannot say. */
export function resolve(valid: ValidEstate): Estate {
  const {
    region,
    accounts,
    state,
    tags,
    crossAccountPrivatelink,
    transitGatewayOnprem,
    oktaCaller,
  } = valid;
  return {
    region,
    accounts,
    state,
    tags,
    ...(crossAccountPrivatelink && {
      crossAccountPrivatelink: privatelink(crossAccountPrivatelink),
    }),
    ...(transitGatewayOnprem && { transitGatewayOnprem: onprem(transitGatewayOnprem) }),
    ...(oktaCaller && { oktaCaller: oktaCallerFrom(oktaCaller) }),
  };
}

function privatelink(scenario: ValidPrivatelink): CrossAccountPrivatelinkEstate {
  const { application, tls } = scenario;
  return {
    ...scenario,
    application: { ...application, service: { port: portOf(tls), ...application.service } },
  };
}

function onprem(scenario: ValidOnprem): TransitGatewayOnpremEstate {
  const { onPrem, tls } = scenario;
  return {
    ...scenario,
    onPrem: { ...onPrem, service: { port: portOf(tls), ...onPrem.service } },
  };
}

function oktaCallerFrom({ callers, ...scenario }: ValidOktaCaller): OktaCallerEstate {
  return {
    ...scenario,
    callers: Object.fromEntries(
      Object.entries(callers).map(([name, client]) => [name, withDefaults(client)]),
    ),
  };
}

function withDefaults(client: ValidOktaClient): OktaClientEstate {
  const reservedConcurrency = 10;
  return client.grant === 'private_key_jwt'
    ? { reservedConcurrency, algorithm: 'RS256', ...client }
    : { reservedConcurrency, clientAuthentication: 'basic', ...client };
}

function portOf({ mode }: { readonly mode: string }): number {
  return mode === 'none' ? 80 : 443;
}
