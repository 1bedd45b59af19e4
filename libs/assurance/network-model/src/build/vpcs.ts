import type { Text } from '@culvert/symbolic';
import type { Component } from '../component';
import type { ById } from '../network';
import { knownAddresses, unknownAddresses } from '../private/address';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import type { Source } from '../private/source';
import { vpcAddresses } from '../private/vpc-addresses';
import type { Vpc } from '../vpc';

/** VPCs that are managed, read, in the context, or known by their id only. */
export function vpcs(source: Source): ById<Vpc> {
  const { graph, context } = source;
  const withRanges = (component: Component): Vpc => {
    const ranges = vpcAddresses(source).get(component.id);
    const missing = ranges ? unknownAddresses(ranges) : [`ranges of ${component.id}`];
    return { ...component, ranges: knownAddresses(ranges ?? []), missing };
  };
  const known = (context.vpcs ?? []).map(({ id, account, region }): Component => {
    const unknown = componentKnownById(id);
    const or = (text: string | undefined, other: Text) => text ?? other;
    return {
      ...unknown,
      account: or(account, unknown.account),
      region: or(region, unknown.region),
    };
  });
  return byId(
    [...resourcesOf(graph, 'aws_vpc').map((vpc) => componentOf(graph, vpc))].map(withRanges),
    [
      ...resourcesOf(graph, 'aws_default_vpc').map((vpc) => componentOf(graph, vpc)),
      ...known,
      ...dataOf(graph, 'aws_vpc').map((vpc) => componentOf(graph, vpc)),
      ...mentioned(graph, 'vpc').map(componentKnownById),
    ].map((component) => ({ ...withRanges(component), isForeign: true })),
  );
}
