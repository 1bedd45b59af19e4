import { accountOf, type Estate, type TransitGatewayOnpremEstate, vpcOf } from '@culvert/estate';
import type { FlowCheck } from '@culvert/flow-check';
import { IsolatedVpc } from '@culvert/network';
import { ExecuteApiEndpoint } from '@culvert/private-api';
import { type AccountProps, MultiAccountStack } from '@culvert/stack';
import type { Construct } from 'constructs';
import { createApi } from './api';
import { createHybridDns, nameApiFor } from './dns';
import { checkFlows } from './flows';
import { createHub } from './hub';
import { createLoadBalancer } from './load-balancer';
import { watch } from './monitoring';
import { connectOnPrem } from './on-prem';
import { exportOutputs } from './outputs';
import { checkReachability } from './reachability';

/** The host number of every `execute-api` endpoint. */
const EXECUTE_API_HOST = 11;

/**
 * A private API for a service on-prem that is known only by its addresses, and the way back: on-prem
 * calls the API and resolves its name.
 *
 * consumer VPC → execute-api endpoint → private API → VPC link → load balancer → Transit Gateway
 * → Direct Connect, VPN or a peered Transit Gateway → service
 */
export class TransitGatewayOnprem extends MultiAccountStack<string> {
  /** What must be able to connect across the Transit Gateway. */
  public readonly flowCheck: FlowCheck;

  public constructor(
    scope: Construct,
    id: string,
    estate: Estate,
    scenario: TransitGatewayOnpremEstate,
  ) {
    super(scope, id, { accounts: accountsOf(estate, scenario), backend: estate.state });
    const { name } = scenario.onPrem.service;
    const [network, api, consumer] = [
      this.account('network'),
      this.account('api'),
      this.account('consumer'),
    ];

    const apiVpc = new IsolatedVpc(api, 'vpc', {
      name: `${name}-api`,
      ...vpcOf(scenario.api.network),
      flowLogRetentionDays: scenario.logRetentionDays,
    });
    const hub = createHub(network, api, apiVpc, scenario);
    const onPrem = connectOnPrem(network, hub, scenario, () => this.account('on-prem'));
    const balanced = createLoadBalancer(api, apiVpc, scenario);

    const own = new ExecuteApiEndpoint(api, 'execute-api', {
      name: `${name}-api`,
      vpc: apiVpc,
      region: api.region,
      hostNumber: EXECUTE_API_HOST,
    });
    for (const cidr of scenario.onPrem.cidrs) {
      own.allowFromCidr(cidr);
    }
    const consumerVpc = new IsolatedVpc(consumer, 'vpc', {
      name: `${name}-consumer`,
      ...vpcOf(scenario.consumer.network),
      flowLogRetentionDays: scenario.logRetentionDays,
    });
    const consumerEndpoint = new ExecuteApiEndpoint(consumer, 'execute-api', {
      name: `${name}-consumer`,
      vpc: consumerVpc,
      region: consumer.region,
      hostNumber: EXECUTE_API_HOST,
      privateDns: scenario.consumer.privateDns === 'endpoint',
    });

    const privateApi = createApi(api, scenario, balanced, { own, consumer: consumerEndpoint });
    if (scenario.consumer.privateDns === 'hosted-zone') {
      nameApiFor(consumer, consumerVpc, privateApi, consumerEndpoint);
    }
    const dns = createHybridDns(api, apiVpc, scenario);
    const topics = watch({ network, api }, scenario, { hub, onPrem, balanced, api: privateApi });
    if (scenario.reachabilityAnalyzer) {
      checkReachability(network, scenario, hub, onPrem);
    }
    exportOutputs(this, scenario, {
      api: privateApi,
      own,
      consumer: consumerEndpoint,
      dns,
      onPrem,
      topics,
    });
    this.flowCheck = checkFlows(this, scenario, { apiVpc, onPrem, balanced, own, dns });
  }
}

/** The accounts of the scenario; on-prem is one only where a VPC stands for it. */
function accountsOf(
  estate: Estate,
  { network, api, consumer, onPrem: { connection } }: TransitGatewayOnpremEstate,
): Record<string, AccountProps> {
  const accounts = {
    network: accountOf(estate, network.account),
    api: accountOf(estate, api.account),
    consumer: accountOf(estate, consumer.account),
  };
  return connection.type === 'peering'
    ? { ...accounts, 'on-prem': { ...accounts.network, region: connection.region } }
    : accounts;
}
