import type { NetworkEstate } from '@culvert/estate';
import { IsolatedVpc } from '@culvert/network';
import type { Account } from '@culvert/stack';

/** The VPC of an account of the scenario. */
export function createVpc(
  account: Account,
  name: string,
  { cidr, subnets }: NetworkEstate,
  logRetentionDays: number,
): IsolatedVpc {
  return new IsolatedVpc(account, 'vpc', {
    name,
    cidrBlock: cidr,
    subnets: subnets.map((subnet) => ({ azId: subnet.azId, cidrBlock: subnet.cidr })),
    flowLogRetentionDays: logRetentionDays,
  });
}
