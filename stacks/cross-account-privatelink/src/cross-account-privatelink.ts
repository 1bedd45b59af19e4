import type { CrossAccountPrivatelinkEstate, Estate } from '@culvert/estate';
import { type AccountProps, MultiAccountStack } from '@culvert/stack';
import type { Construct } from 'constructs';
import { createApi } from './api';
import { createApplication } from './application';
import { createCallingNetwork } from './calling-network';
import { exportForCallers } from './outputs';
import { connectToService } from './service-connection';
import { transportOf } from './transport';

/**
 * A service in one account, a private API for it in a second, and a consumer in a third:
 *
 * consumer VPC → execute-api endpoint → private API → VPC link → load balancer → endpoint
 * → endpoint service → load balancer → service
 *
 * @throws when the estate does not have the scenario
 */
export class CrossAccountPrivatelink extends MultiAccountStack<'application' | 'api' | 'consumer'> {
  public constructor(scope: Construct, id: string, estate: Estate) {
    const scenario = requireScenario(estate);
    super(scope, id, {
      accounts: {
        application: accountProps(estate, scenario.application.account),
        api: accountProps(estate, scenario.api.account),
        consumer: accountProps(estate, scenario.consumer.account),
      },
      backend: estate.state,
    });
    const { name } = scenario.application.service;
    const transport = transportOf(scenario.tls);
    const api = this.account('api');

    const endpointService = createApplication(
      this.account('application'),
      scenario,
      transport,
      api.accountId,
    );
    const own = createCallingNetwork(api, `${name}-api`, scenario, scenario.api.network);
    const consumer = createCallingNetwork(
      this.account('consumer'),
      `${name}-consumer`,
      scenario,
      scenario.consumer.network,
    );
    const loadBalancer = connectToService(api, own.vpc, scenario, transport, endpointService);
    const privateApi = createApi(api, scenario, transport, loadBalancer, {
      own: own.executeApi.endpoint,
      others: [consumer.executeApi.endpoint],
    });
    own.executeApi.allowOnly(privateApi);
    consumer.executeApi.allowOnly(privateApi);
    exportForCallers(this, privateApi, {
      api: own.executeApi,
      consumer: consumer.executeApi,
    });
  }
}

function requireScenario({ crossAccountPrivatelink }: Estate): CrossAccountPrivatelinkEstate {
  if (crossAccountPrivatelink === undefined) {
    throw new Error(
      'the estate has no crossAccountPrivatelink section: add it, or leave the stack out',
    );
  }
  return crossAccountPrivatelink;
}

function accountProps(estate: Estate, name: string): AccountProps {
  const account = estate.accounts[name];
  if (account === undefined) {
    throw new Error(`the estate has no account "${name}": it has ${Object.keys(estate.accounts)}`);
  }
  return {
    accountId: account.id,
    region: estate.region,
    roleArn: account.roleArn,
    tags: estate.tags,
  };
}
