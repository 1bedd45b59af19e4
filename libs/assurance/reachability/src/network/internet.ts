import type { InternetGateway } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { AddressSet, PacketSet } from '@culvert/packet-set';
import { FALSE, isUnknown, type Truth } from '@culvert/symbolic';
import type { Journey, Position } from './journey';
import { nameOf } from './model';
import { type Decider, passageOf, step, type Step } from './step';
import { anywhere, lost, UNNAMED, type Way } from './way';

const IPV6 = Passage.of(PacketSet.of({ destinations: AddressSet.of('::/0') }));

/** Out to the internet: over IPv4 only from a public address, and only what is of this VPC. */
export function throughInternetGateway(
  { model, goal, sender }: Journey,
  { vpc }: Position,
  gateway: InternetGateway,
): readonly Way[] {
  const decider: Decider = { kind: 'internet gateway', component: gateway, vpc };
  if (isUnknown(gateway.vpc)) {
    return anywhere(decider, 'leads to the internet', gateway.vpc.unknown);
  }
  if (gateway.vpc !== vpc) {
    return lost(decider, { detail: `is not attached to ${nameOf(model.network.vpcs, vpc)}` });
  }
  if (goal.kind !== 'internet') {
    return lost(decider, { detail: 'leads to the internet, where these addresses are not' });
  }
  if (sender?.subnet.vpc !== vpc) {
    return lost(decider, { detail: 'knows no public address of what comes from other networks' });
  }
  return [
    {
      steps: [publicStep(decider, gateway.egressOnly ? FALSE : sender.isPublic)],
      end: { kind: 'internet', gateway },
      naming: UNNAMED,
    },
  ];
}

/** @internal IPv6 as it is, IPv4 to or from what the internet can address. */
export function publicStep(decider: Decider, isPublic: Truth): Step {
  const passes = IPV6.union(passageOf(isPublic));
  return step(decider, passes, (_, effect) => ({
    detail:
      effect === 'blocks'
        ? 'what is in the VPC has no public address'
        : 'is between the internet and the VPC',
  }));
}
