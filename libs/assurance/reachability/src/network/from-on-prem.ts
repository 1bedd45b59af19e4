import type { Component, TransitGatewayAttachment, VpnGateway } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { PacketSet } from '@culvert/packet-set';
import { isUnknown, TRUE } from '@culvert/symbolic';
import type { Journey } from './journey';
import { type Decider, factStep, step, type Step } from './step';
import { fromAttachment } from './transit-gateway';
import { arrivals } from './vpc-route';
import { after, anywhere, lost, UNNAMED, type Way } from './way';

/**
 * In from what is on-prem, by every attachment and VPN gateway.
 *
 * @param behind the one that it comes by, if only one will do
 */
export function fromOnPrem(journey: Journey, behind?: string): readonly Way[] {
  const { model } = journey;
  const will = ({ id }: { readonly id: string }) => behind === undefined || behind === id;
  const gateways = [...model.network.vpnGateways.values()]
    .filter(will)
    .flatMap((gateway) => entering(gateway, byVpnGateway(journey, gateway)));
  const attachments = model
    .attachmentsOf('on-prem')
    .filter(will)
    .flatMap((attachment) => entering(attachment, byAttachment(journey, attachment)));
  const ways = [...gateways, ...attachments];
  const nobody = { name: 'on-prem', account: '' };
  return ways.length > 0
    ? ways
    : lost(
        { kind: 'outside', component: nobody },
        { detail: 'no VPN, Direct Connect or Connect brings it in' },
      );
}

function entering({ id, name }: Component, ways: readonly Way[]): readonly Way[] {
  return ways.map((way) => ({ ...way, entry: { through: id, name } }));
}

function byVpnGateway(journey: Journey, gateway: VpnGateway): readonly Way[] {
  const { vpc, routeTable } = gateway;
  if (vpc === undefined) return [];
  const decider: Decider = { kind: 'vpn gateway', component: gateway };
  if (isUnknown(vpc) || isUnknown(routeTable)) {
    const facts = [vpc, routeTable].filter(isUnknown).map(({ unknown }) => unknown);
    return anywhere(decider, 'brings in what is on-prem', ...facts);
  }
  const enters = factStep({ ...decider, vpc }, TRUE, { unknown: 'brings in what is on-prem' });
  return after([enters], arrivals(journey, vpc, { ...gateway, routeTable }), UNNAMED);
}

function byAttachment(journey: Journey, attachment: TransitGatewayAttachment): readonly Way[] {
  const { announced } = attachment;
  const decider: Decider = { kind: 'transit gateway', component: attachment };
  const announces: Step[] = announced.isEmpty
    ? []
    : [
        step(decider, announcedPassage(attachment), (packet, effect) => ({
          detail: `${effect === 'passes' ? 'announces' : 'does not announce'} ${packet.source}`,
        })),
      ];
  const { advertised } = attachment;
  if (advertised !== undefined) {
    const known = Passage.of(PacketSet.of({ destinations: advertised }));
    announces.push(
      step(decider, known, (packet, effect) => ({
        detail: `${effect === 'passes' ? 'advertises' : 'does not advertise'} ${packet.destination}`,
      })),
    );
  }
  return after(announces, fromAttachment(journey, attachment, undefined));
}

function announcedPassage({ announced, missing }: TransitGatewayAttachment): Passage {
  const known = PacketSet.of({ sources: announced });
  return missing.length > 0
    ? new Passage(known, PacketSet.ALL, [{ packets: PacketSet.ALL.difference(known), missing }])
    : Passage.of(known);
}
