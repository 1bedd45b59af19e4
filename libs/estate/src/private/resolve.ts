import type {
  ApplicationEstate,
  CrossAccountPrivatelinkEstate,
  ServiceEstate,
} from '../cross-account-privatelink-estate';
import type { Estate } from '../estate';
import type {
  OnPremEstate,
  OnPremServiceEstate,
  TransitGatewayOnpremEstate,
} from '../transit-gateway-onprem-estate';

/** An estate that the schema and the rules find nothing wrong with, its defaults filled in. */
export interface ValidEstate extends Omit<
  Estate,
  'crossAccountPrivatelink' | 'transitGatewayOnprem'
> {
  readonly crossAccountPrivatelink?: ValidPrivatelink;
  readonly transitGatewayOnprem?: ValidOnprem;
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

type WithoutPort<Service> = Omit<Service, 'port'> & { readonly port?: number };

/** Fills in what depends on other values, which a schema cannot say. */
export function resolve(valid: ValidEstate): Estate {
  const { region, accounts, state, tags, crossAccountPrivatelink, transitGatewayOnprem } = valid;
  return {
    region,
    accounts,
    state,
    tags,
    ...(crossAccountPrivatelink && {
      crossAccountPrivatelink: privatelink(crossAccountPrivatelink),
    }),
    ...(transitGatewayOnprem && { transitGatewayOnprem: onprem(transitGatewayOnprem) }),
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

function portOf({ mode }: { readonly mode: string }): number {
  return mode === 'none' ? 80 : 443;
}
