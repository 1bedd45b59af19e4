import type { Target, TargetGroup } from '../load-balancer';
import type { Network } from '../network';
import type { InterfaceKind } from '../network-interface';
import { interfacesOf } from './owned-interfaces';
import { groupedBy } from './resources';

/**
 * Targets of which it cannot be told which is which, settled: of what a target may be, only what the group's
 * kind lets it be, and as many of them as there is to choose from are all of it, since a group has a target
 * once for each port.
 */
export function settledTargets(
  network: Network,
  kind: TargetGroup['kind'],
  targets: readonly Target[],
): readonly Target[] {
  if (targets.every(({ candidates }) => candidates === undefined)) return targets;
  const narrow = targets.map((target) => narrowed(network, kind, target));
  const alike = groupedBy(narrow, (target) => [keyOf(target)]);
  return narrow.map((target) => {
    const { candidates } = target;
    const group = alike.get(keyOf(target)) ?? [];
    if (candidates === undefined || candidates.length !== group.length) return target;
    const { candidates: _, ...rest } = target;
    return { ...rest, id: candidates[group.indexOf(target)] ?? target.id };
  });
}

function keyOf({ port, candidates }: Target): string {
  return JSON.stringify([port, candidates]);
}

const OWNERS: Readonly<Record<string, InterfaceKind>> = {
  instance: 'instance',
  alb: 'load balancer',
};

function narrowed(network: Network, kind: TargetGroup['kind'], target: Target): Target {
  const { candidates } = target;
  const owner = typeof kind === 'string' ? OWNERS[kind] : undefined;
  if (candidates === undefined || owner === undefined) return target;
  const fitting = candidates.filter((id) =>
    interfacesOf(network, id).some((each) => each.kind === owner),
  );
  return fitting.length === 0 ? target : { ...target, candidates: fitting };
}
