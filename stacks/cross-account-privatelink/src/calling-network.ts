import { type CrossAccountPrivatelinkEstate, type NetworkEstate, vpcOf } from '@culvert/estate';
import { IsolatedVpc } from '@culvert/network';
import { ExecuteApiEndpoint } from '@culvert/private-api';
import type { Account } from '@culvert/stack';

/** The host number of every `execute-api` endpoint. */
const EXECUTE_API_HOST = 11;

/** A VPC that calls private APIs. */
export interface CallingNetwork {
  readonly vpc: IsolatedVpc;
  readonly executeApi: ExecuteApiEndpoint;
}

/** The network of an account whose workloads call the API. */
export function createCallingNetwork(
  account: Account,
  name: string,
  estate: CrossAccountPrivatelinkEstate,
  network: NetworkEstate,
): CallingNetwork {
  const vpc = new IsolatedVpc(account, 'vpc', {
    name,
    ...vpcOf(network),
    flowLogRetentionDays: estate.logRetentionDays,
  });
  const executeApi = new ExecuteApiEndpoint(account, 'execute-api', {
    name,
    vpc,
    region: account.region,
    hostNumber: EXECUTE_API_HOST,
  });
  return { vpc, executeApi };
}
