import type { TargetGroup, Vpc } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import type { Origin, Target } from '@culvert/reachability';
import { isUnknown } from '@culvert/symbolic';
import { isText, type Resource } from '@culvert/terraform-graph';
import { isRange } from '../input/context';
import { AWS_SERVICE_RESOURCES } from './aws-services';
import type { IndexedComponent, NetworkIndex } from './network-index';
import type { Named, ResolvedEnd } from './resolved-end';
import { NOBODY, type Scope } from './scope';

/** Whom a resource stands for; undefined when it neither sends nor takes traffic. */
export function resourceEnd(resource: Resource, index: NetworkIndex): ResolvedEnd | undefined {
  const label = index.addresses.nameOf(resource);
  if (resource.type === 'aws_iam_role') {
    return ownersEnd(label, index.workloadsWith(resource), index);
  }
  const found = index.of(resource);
  if (found !== undefined) return { ...componentEnd(found, index), label };
  const behind = AWS_SERVICE_RESOURCES[resource.type];
  const arn = resource.value('arn');
  if (behind === undefined || !isText(arn)) return undefined;
  const { region } = resource.placement;
  const target: Target = { kind: 'resource', resource: arn, name: label, region, ...behind };
  return {
    label,
    origins: [],
    targets: [{ label, is: target }],
    scope: NOBODY,
    missing: [],
  };
}

/** Whom a component stands for: a group whatever has it, a subnet or VPC whatever is in it. */
export function componentEnd(
  { kind, component: { id, name: label } }: IndexedComponent,
  index: NetworkIndex,
): ResolvedEnd {
  const { subnets, vpcs, securityGroups } = index.network;
  switch (kind) {
    case 'securityGroups': {
      const owners = ownersEnd(label, index.ownersWith(id), index);
      const group = { label, is: { kind: 'group', id } } as const;
      return {
        ...owners,
        origins: [group],
        scope: { ...NOBODY, groups: [id] },
        missing: vpcs.has(securityGroups.get(id)?.vpc ?? '') ? [] : [`VPC of ${label}`],
      };
    }
    case 'subnets': {
      const workloads = index.workloadsIn((subnet) => subnet === id);
      const place = { ...NOBODY, subnets: [id] };
      return placeEnd({ kind: 'subnet', id }, label, subnets.get(id), workloads, place, index);
    }
    case 'vpcs': {
      const workloads = index.workloadsIn((subnet) => subnets.get(subnet)?.vpc === id);
      const place = { ...NOBODY, vpcs: [id] };
      const end = placeEnd({ kind: 'vpc', id }, label, vpcs.get(id), workloads, place, index);
      const open = [...subnets.values()].filter(({ vpc }) => isUndecided(vpc, vpcs));
      return { ...end, missing: [...end.missing, ...open.map(({ name }) => `VPC of ${name}`)] };
    }
    case 'targetGroups':
      return targetsEnd(label, index.network.targetGroups.get(id), index);
    default: {
      const named: Component = { label, is: { kind: 'component', id } };
      const scope = { ...NOBODY, components: [id] };
      return { label, origins: [named], targets: [named], scope, missing: [] };
    }
  }
}

/** Whether it cannot be told which VPC of the documents it is; what somebody else made is in none. */
function isUndecided(vpc: string, vpcs: ReadonlyMap<string, Vpc>): boolean {
  return !vpcs.has(vpc) && !vpc.startsWith('VPC of ');
}

type Component = Named<Origin & Target & { readonly kind: 'component' }>;

/** A subnet or a VPC: for what must be possible the workloads in it, when there are any. */
function placeEnd(
  is: Origin & { readonly kind: 'subnet' | 'vpc' },
  label: string,
  place: Pick<Vpc, 'ranges' | 'missing'> | undefined,
  workloads: readonly string[],
  scope: Scope,
  index: NetworkIndex,
): ResolvedEnd {
  const { ranges: addresses = NOBODY.addresses, missing = [] } = place ?? {};
  return {
    label,
    origins: [{ label, is }],
    targets: [{ label, is: { kind: 'addresses', addresses } }],
    ...(workloads.length > 0 ? { members: componentsOf(workloads, index) } : {}),
    scope,
    missing,
  };
}

/** The targets of a group. */
function targetsEnd(
  label: string,
  group: TargetGroup | undefined,
  index: NetworkIndex,
): ResolvedEnd {
  const { targets = [], missing = [], port } = group ?? {};
  const answersAt = targets.every((target) => (target.port ?? port) === port) ? port : undefined;
  const known = targets.flatMap(({ id, isAddress }) => {
    const text = isUnknown(id) ? id.unknown : id.toString();
    return [{ text, isAddress: isAddress && isRange(text) }];
  });
  const addresses = known.filter(({ isAddress }) => isAddress).map(({ text }) => text);
  const ids = known.flatMap(({ text, isAddress }) => (isAddress ? [] : [text]));
  const owners = ids.filter((id) => index.withId(id) !== undefined);
  const ends = [
    ...componentsOf(owners, index),
    ...addresses.map((text) => ({
      label: text,
      is: { kind: 'addresses', addresses: AddressSet.of(text) } as const,
    })),
  ];
  return {
    label,
    origins: ends,
    targets: ends,
    scope: { ...NOBODY, components: owners, addresses: AddressSet.of(...addresses) },
    missing: [...missing, ...ids.filter((id) => index.withId(id) === undefined)],
    ...(typeof answersAt === 'number' ? { port: answersAt } : {}),
  };
}

/** Components together. */
function ownersEnd(label: string, ids: readonly string[], index: NetworkIndex): ResolvedEnd {
  const members = componentsOf(ids, index);
  return {
    label,
    origins: members,
    targets: members,
    ...(members.length > 0 ? { members } : {}),
    scope: { ...NOBODY, components: ids },
    missing: [],
  };
}

function componentsOf(ids: readonly string[], index: NetworkIndex): readonly Component[] {
  return ids.map((id) => ({
    label: index.withId(id)?.component.name ?? id,
    is: { kind: 'component', id },
  }));
}
