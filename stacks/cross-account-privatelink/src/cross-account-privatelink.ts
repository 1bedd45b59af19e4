import { accountOf, type CrossAccountPrivatelinkEstate, type Estate } from '@culvert/estate';
import { MultiAccountStack } from '@culvert/stack';
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
 */
export class CrossAccountPrivatelink extends MultiAccountStack<'application' | 'api' | 'consumer'> {
  public constructor(
    scope: Construct,
    id: string,
    estate: Estate,
    scenario: CrossAccountPrivatelinkEstate,
  ) {
    super(scope, id, {
      accounts: {
        application: accountOf(estate, scenario.application.account),
        api: accountOf(estate, scenario.api.account),
        consumer: accountOf(estate, scenario.consumer.account),
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
