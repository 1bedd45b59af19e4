import type { AddressSet } from '@culvert/packet-set';
import type { Resource } from '@culvert/terraform-graph';
import { knownAddresses } from './address';
import { namedBy } from './candidates';
import { nameOf } from './read';
import { keyOf, refOf } from './reference';
import type { Source } from './source';
import { vpcAddresses } from './vpc-addresses';

/** The VPC of a subnet: where it cannot be told which, the only one that has its range. */
export function vpcOfSubnet(source: Source, subnet: Resource, ranges: AddressSet): string {
  const ref = refOf(subnet, 'vpc_id') ?? `VPC of ${nameOf(source.graph, subnet)}`;
  const { ids, missing } = namedBy(ref);
  if (missing === undefined || ranges.isEmpty) return keyOf(ref);
  const [only, ...others] = ids.filter((id) => mayHave(source, id, ranges));
  return only === undefined || others.length > 0 ? keyOf(ref) : only;
}

function mayHave(source: Source, vpc: string, ranges: AddressSet): boolean {
  const addresses = vpcAddresses(source).get(vpc) ?? [];
  const isKnown = addresses.length > 0 && addresses.every((each) => typeof each === 'string');
  return !isKnown || ranges.isSubsetOf(knownAddresses(addresses));
}
