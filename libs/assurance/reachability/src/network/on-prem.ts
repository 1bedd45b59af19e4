import type { VpnGateway } from '@culvert/network-model';
import { isUnknown, TRUE } from '@culvert/symbolic';
import type { Journey, Position } from './journey';
import { nameOf } from './model';
import { type Decider, factStep } from './step';
import { anywhere, lost, NAMED, type Way } from './way';

/** Out by a virtual private gateway. */
export function throughVpnGateway(
  { model, goal }: Journey,
  { vpc }: Position,
  gateway: VpnGateway,
): readonly Way[] {
  const decider: Decider = { kind: 'vpn gateway', component: gateway, vpc };
  if (isUnknown(gateway.vpc)) {
    return anywhere(decider, 'leads on-prem', gateway.vpc.unknown);
  }
  if (gateway.vpc !== vpc) {
    return lost(decider, { detail: `is not attached to ${nameOf(model.network.vpcs, vpc)}` });
  }
  if (goal.kind !== 'on-prem') {
    return lost(decider, { detail: 'leads on-prem, where these addresses are not' });
  }
  return [
    {
      steps: [factStep(decider, TRUE, { unknown: 'leads on-prem' })],
      end: { kind: 'on-prem', exit: gateway.id, name: gateway.name },
      naming: NAMED,
    },
  ];
}
