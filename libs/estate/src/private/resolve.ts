import type {
  ApplicationEstate,
  CrossAccountPrivatelinkEstate,
  Estate,
  ServiceEstate,
} from '../estate';

/** An estate that the schema and the rules find nothing wrong with, its defaults filled in. */
export interface ValidEstate extends Omit<Estate, 'crossAccountPrivatelink'> {
  readonly crossAccountPrivatelink?: ValidScenario;
}

interface ValidScenario extends Omit<CrossAccountPrivatelinkEstate, 'application'> {
  readonly application: Omit<ApplicationEstate, 'service'> & {
    readonly service: Omit<ServiceEstate, 'port'> & Partial<Pick<ServiceEstate, 'port'>>;
  };
}

/** Fills in what depends on other values, which a schema cannot say. */
export function resolve(valid: ValidEstate): Estate {
  const { region, accounts, state, tags, crossAccountPrivatelink: scenario } = valid;
  const estate = { region, accounts, state, tags };
  return scenario === undefined
    ? estate
    : { ...estate, crossAccountPrivatelink: withPort(scenario) };
}

function withPort(scenario: ValidScenario): CrossAccountPrivatelinkEstate {
  const { application, tls } = scenario;
  const port = tls.mode === 'none' ? 80 : 443;
  return {
    ...scenario,
    application: { ...application, service: { port, ...application.service } },
  };
}
