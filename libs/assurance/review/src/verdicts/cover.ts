import type { Reach, Reacher } from '@culvert/reachability';
import type { NetworkIndex } from '../ends/network-index';
import { keyOf } from '../ends/network-index';
import type { Scope } from '../ends/scope';

/**
 * Who of those that reach is not in the scope, in words; undefined when all are. A way through a component
 * of the scope is the component's.
 */
export function uncovered(reach: Reach, scope: Scope, index: NetworkIndex): string | undefined {
  const { from, via } = reach;
  const components = new Set(scope.components);
  if (via.some((id) => components.has(id)) || isWithin(from, scope)) return undefined;
  const others = from.owners.filter((id) => !components.has(id) && !inGroups(id, scope, index));
  if (from.owners.length > 0 && others.length === 0) return undefined;
  if (from.owners.length > 0 && others.length < from.owners.length) {
    return others.map((id) => index.withId(id)?.component.name ?? id).join(', ');
  }
  const rest = from.addresses.difference(scope.addresses);
  if (!from.addresses.isEmpty && rest.isEmpty) return undefined;
  return rest.equals(from.addresses) ? from.label : `${from.label} (${rest.toString()})`;
}

function isWithin({ kind, subnet, vpc, account, groups }: Reacher, scope: Scope): boolean {
  return (
    scope.zones.some((zone) => zone === kind) ||
    groups.some((group) => scope.groups.includes(keyOf(group))) ||
    (subnet !== undefined && scope.subnets.includes(keyOf(subnet))) ||
    (vpc !== undefined && scope.vpcs.includes(vpc)) ||
    (typeof account === 'string' && scope.accounts.includes(account))
  );
}

/** Whether each interface of an owner has a group of the scope. */
function inGroups(owner: string, { groups }: Scope, index: NetworkIndex): boolean {
  const interfaces = index.interfacesOf(owner);
  const has = (refs: (typeof interfaces)[number]['groups']) =>
    refs.some((ref) => groups.includes(keyOf(ref)));
  return interfaces.length > 0 && interfaces.every((each) => has(each.groups));
}
