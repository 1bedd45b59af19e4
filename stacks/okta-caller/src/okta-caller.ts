import { accountOf, type Estate, type OktaCallerEstate } from '@culvert/estate';
import { CustomerKey } from '@culvert/identity';
import { MultiAccountStack } from '@culvert/stack';
import type { Construct } from 'constructs';
import { Caller } from './caller';
import { createExperiments } from './chaos';
import { allowToEndpoints, createEndpoints, restrictEndpoints } from './endpoints';
import { watch } from './monitoring';
import { NAME } from './names';
import { createNetwork } from './network';
import { exportOutputs } from './outputs';
import { privateApiArns } from './private-api';
import { Rotator } from './rotator';
import { CallerWorkflow } from './workflow';

/** The paths of the functions' zips. */
export interface Bundles {
  readonly apiCaller: string;
  readonly credentialRotator: string;
}

/**
 * Functions that call an internal API with tokens of Okta, each orchestrated by state machines:
 *
 * execution → function → Okta, by a firewall or a proxy, for a token
 *                      → internal API, by a Transit Gateway or an execute-api endpoint
 */
export class OktaCaller extends MultiAccountStack<'caller'> {
  public constructor(
    scope: Construct,
    id: string,
    estate: Estate,
    scenario: OktaCallerEstate,
    bundles: Bundles,
  ) {
    super(scope, id, {
      accounts: { caller: accountOf(estate, scenario.caller.account) },
      backend: estate.state,
    });
    const account = this.account('caller');
    const key = new CustomerKey(account, 'key', {
      name: NAME,
      description: `what all callers share: the firewall's rules, the rotator, alarms`,
    });
    const network = createNetwork(account, scenario, key);
    const endpoints = createEndpoints(account, network.vpc, scenario);
    const callers = Object.entries(scenario.callers).map(
      ([name, client]) =>
        new Caller(account, { name, client, scenario, network, bundle: bundles.apiCaller }),
    );
    const rotator = new Rotator(account, {
      scenario,
      network,
      key,
      callers,
      bundle: bundles.credentialRotator,
    });
    for (const { fn } of [...callers, rotator]) {
      allowToEndpoints(fn, endpoints);
    }
    restrictEndpoints(
      account,
      endpoints,
      { callers, rotator: rotator.fn },
      privateApiArns(estate, scenario),
    );
    const workflows = callers.map((caller) => new CallerWorkflow(caller, scenario));
    const { givenUp, topic } = watch(account, scenario, { key, workflows, rotator });
    const experiments = createExperiments(account, scenario, {
      network,
      key,
      stopAlarms: givenUp,
    });
    exportOutputs(this, scenario, {
      network,
      endpoints,
      workflows,
      rotator,
      alarmTopicArn: topic.arn,
      experiments,
    });
  }
}
