import type { NatGateway } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { AddressSet, PacketSet } from '@culvert/packet-set';
import { aclStep } from './acls';
import type { Journey, Position } from './journey';
import { type Decider, step } from './step';
import { anywhere, UNNAMED, type Way } from './way';

/** What a NAT gateway takes. */
const TRANSLATED = Passage.of(
  PacketSet.of({ protocols: ['tcp', 'udp', 'icmp'], destinations: AddressSet.of('0.0.0.0/0') }),
);

/** To a NAT gateway, which sends it on from its own address. */
export function throughNatGateway(
  { model }: Journey,
  { vpc, subnet }: Position,
  gateway: NatGateway,
): readonly Way[] {
  const decider: Decider = { kind: 'nat gateway', component: gateway, vpc };
  const own = model.interfaceOfNat(gateway);
  const there = model.subnetOf(own);
  if (there === undefined) {
    return anywhere(decider, 'translates the source', `subnet of ${gateway.name}`);
  }
  const within = there.id === subnet?.id;
  const translates = step(decider, TRANSLATED, (_, effect) => ({
    detail:
      effect === 'blocks'
        ? 'translates TCP, UDP and ICMP of IPv4 only'
        : 'sends it on from its own address',
  }));
  return [
    {
      steps: [...(within ? [] : [aclStep(model, there, 'ingress')]), translates],
      end: { kind: 'translated', by: { ...own, subnet: there.id }, sure: true },
      naming: UNNAMED,
      within,
    },
  ];
}
