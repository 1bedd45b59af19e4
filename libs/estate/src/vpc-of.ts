import type { NetworkEstate } from './scenario-estate';

/** A network as a stack creates it: the ranges and subnets of an `IsolatedVpc` construct. */
export interface StackVpc {
  readonly cidrBlock: string;
  readonly subnets: readonly { readonly azId: string; readonly cidrBlock: string }[];
}

/** The VPC that an estate's network becomes. */
export function vpcOf({ cidr, subnets }: NetworkEstate): StackVpc {
  return {
    cidrBlock: cidr,
    subnets: subnets.map((subnet) => ({ azId: subnet.azId, cidrBlock: subnet.cidr })),
  };
}
