import { EPHEMERAL_PORTS, type Passage } from '@culvert/packet-filter';
import {
  AddressSet,
  type PacketBox,
  PacketSet,
  protocolNumber,
  type Range,
} from '@culvert/packet-set';
import { FALSE, missingFacts, or, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import type { ConnectionRequest } from '../connection';
import type { Party } from '../party';

const WITH_PORTS = [6, 17];
const ECHO: Readonly<Record<number, number>> = { 1: 8, 58: 128 };
const FAMILIES = ['0.0.0.0/0', '::/0'].map((range) => AddressSet.of(range));
const LAST_PORT = 65_535;
/** What choose from all of them, as AWS documents; others are taken for Linux or Windows. */
const ANY_PORT = ['load balancer', 'nat gateway', 'function'];

/** All that may be sent, from whatever port. */
export function packetsOf({ from, to, traffic }: ConnectionRequest): PacketSet {
  return PacketSet.of({
    sources: where(from).addresses,
    destinations: where(to).addresses,
    protocols: [traffic.protocol],
    ...(traffic.ports && hasPorts(traffic.protocol) ? { destinationPorts: traffic.ports } : {}),
  });
}

/** What a client really sends, from these ports; of ICMP, an echo. */
function needed(request: ConnectionRequest, sourcePorts: Range): PacketSet {
  const { protocol } = request.traffic;
  const type = ECHO[protocolNumber(protocol)];
  const box: PacketBox =
    type === undefined ? {} : { protocols: [protocol], icmpTypes: [type], icmpCodes: [0] };
  return packetsOf(request).intersection(
    PacketSet.of(hasPorts(protocol) ? { protocols: [protocol], sourcePorts: [sourcePorts] } : box),
  );
}

/** What decides whether all passes, whatever ports the client chooses. */
export function neededPackets(request: ConnectionRequest): PacketSet {
  return needed(request, portsOf(request.from));
}

/** @see {@link Connection.passes} */
export function allPasses(request: ConnectionRequest, passes: Passage): Truth {
  const all = fromPorts(request, passes, portsOf(request.from));
  if (all.value !== false || !hasPorts(request.traffic.protocol)) return all;
  const { linux, windows } = EPHEMERAL_PORTS;
  const some = or(fromPorts(request, passes, linux), fromPorts(request, passes, windows));
  if (some.value === false || hasAnyPort(request.from)) return FALSE;
  return unknownFor(`ephemeral ports of ${nameOf(request.from)}`, ...missingFacts(some));
}

function fromPorts(request: ConnectionRequest, passes: Passage, ports: Range): Truth {
  return or(
    ...FAMILIES.map((family) => {
      const packets = needed(request, ports).intersection(PacketSet.of({ destinations: family }));
      return packets.isEmpty ? FALSE : allOf(request, packets, passes);
    }),
  );
}

function allOf(request: ConnectionRequest, packets: PacketSet, passes: Passage): Truth {
  if (packets.isSubsetOf(passes.surely)) return TRUE;
  const failing = packets.difference(passes.perhaps);
  if (!failing.isEmpty && coversPlaces(request, failing, packets)) return FALSE;
  const facts = [...relevant(passes, packets), ...(failing.isEmpty ? [] : unplaced(request))];
  return unknownFor(...(facts.length > 0 ? facts : unplaced(request)));
}

/** @see {@link Connection.leaks} */
export function anyPasses(request: ConnectionRequest, passes: Passage): Truth {
  const all = packetsOf(request);
  const possible = all.intersection(passes.perhaps);
  if (possible.isEmpty) return FALSE;
  const sure = all.intersection(passes.surely);
  const certain = FAMILIES.some((family) => {
    const box = PacketSet.of({ destinations: family });
    const ofFamily = all.intersection(box);
    return !ofFamily.isEmpty && coversPlaces(request, sure.intersection(box), ofFamily);
  });
  if (certain) return TRUE;
  const facts = relevant(passes, all);
  return unknownFor(...facts, ...(sure.isEmpty && facts.length > 0 ? [] : unplaced(request)));
}

function relevant(passes: Passage, packets: PacketSet): readonly string[] {
  return passes.within(packets).missing;
}

/** Whether there are some of them wherever the ends turn out to be, of all there may be. */
function coversPlaces(request: ConnectionRequest, some: PacketSet, all: PacketSet): boolean {
  if (some.isEmpty) return false;
  const keep = { from: !where(request.from).placed, to: !where(request.to).placed };
  if (!keep.from && !keep.to) return true;
  return ends(all, keep).isSubsetOf(ends(some, keep));
}

interface Ends {
  readonly from: boolean;
  readonly to: boolean;
}

/** The packets with nothing but these ends. */
function ends(packets: PacketSet, { from, to }: Ends): PacketSet {
  return PacketSet.of(
    ...packets.boxes().map(({ sources, destinations }) => ({
      ...(from && sources ? { sources } : {}),
      ...(to && destinations ? { destinations } : {}),
    })),
  );
}

function unplaced({ from, to }: ConnectionRequest): readonly string[] {
  return [from, to].flatMap((party) => (where(party).placed ? [] : [placeFact(party)]));
}

function placeFact(party: Party): string {
  const name = nameOf(party);
  const isOpen = party.kind === 'interface' && party.interface.subnets !== undefined;
  return isOpen ? `subnet of ${name}` : `${name}.private_ip`;
}

/** The party's addresses; any, when nothing is known of them. */
function where(party: Party): { readonly addresses: AddressSet; readonly placed: boolean } {
  if (party.kind === 'outside') return { addresses: party.addresses, placed: true };
  const { addresses, placed } = party.interface;
  return addresses.isEmpty ? { addresses: AddressSet.ALL, placed: false } : { addresses, placed };
}

function portsOf(party: Party): Range {
  const { any, linux } = EPHEMERAL_PORTS;
  return hasAnyPort(party) ? any : { from: linux.from, to: LAST_PORT };
}

function hasAnyPort(party: Party): boolean {
  return party.kind === 'interface' && ANY_PORT.includes(party.interface.kind);
}

function hasPorts(protocol: ConnectionRequest['traffic']['protocol']): boolean {
  return WITH_PORTS.includes(protocolNumber(protocol));
}

function nameOf(party: Party): string {
  return party.kind === 'interface' ? party.interface.name : party.zone;
}
