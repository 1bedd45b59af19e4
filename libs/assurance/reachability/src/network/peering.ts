import type { Peering, Ref } from '@culvert/network-model';
import { isUnknown, type Text, type Truth, truthOf, unknownFor } from '@culvert/symbolic';
import { aclStep } from './acls';
import type { Journey, Position } from './journey';
import { type Model, nameOf } from './model';
import { type Decider, factStep } from './step';
import { anywhere, lost, type Way } from './way';

/** To the other VPC, and no farther: peering is not transitive. */
export function throughPeering(
  { model, goal }: Journey,
  { vpc, account }: Position,
  peering: Peering,
): readonly Way[] {
  const decider: Decider = { kind: 'peering', component: peering, vpc };
  const other = otherEnd(peering, vpc);
  if (other === undefined) {
    return lost(decider, { detail: `is no peering of ${nameOf(model.network.vpcs, vpc)}` });
  }
  if (isUnknown(other)) {
    return anywhere(decider, 'leads to a VPC', other.unknown);
  }
  if (goal.kind !== 'subnet' || goal.subnet.vpc !== other) {
    const name = nameOf(model.network.vpcs, other);
    return lost(decider, { detail: `leads to ${name} only: peering is not transitive` });
  }
  const active = factStep({ ...decider, component: { ...peering, account } }, peering.active, {
    passes: `leads to ${nameOf(model.network.vpcs, other)}`,
    blocks: 'is not active',
    unknown: 'may be active',
  });
  const named = sameRegion(model, vpc, other);
  return [
    {
      steps: [active, aclStep(model, goal.subnet, 'ingress')],
      end: { kind: 'arrived' },
      naming: { ingress: named, egress: named },
    },
  ];
}

function otherEnd({ requester, accepter }: Peering, vpc: string): Ref | undefined {
  if (requester === vpc) return accepter;
  if (accepter === vpc) return requester;
  return [requester, accepter].find(isUnknown);
}

function sameRegion({ network }: Model, one: string, other: string): Truth {
  const [a, b] = [network.vpcs.get(one)?.region, network.vpcs.get(other)?.region];
  if (typeof a === 'string' && typeof b === 'string') return truthOf(a === b);
  return symbolOf(a) !== undefined && symbolOf(a) === symbolOf(b)
    ? truthOf(true)
    : unknownFor(`Region of ${nameOf(network.vpcs, other)}`);
}

function symbolOf(text: Text | undefined): string | undefined {
  return isUnknown(text) ? text.unknown : undefined;
}
