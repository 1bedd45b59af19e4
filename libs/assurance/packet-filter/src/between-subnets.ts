import { type Packet, PacketSet, protocolNumber } from '@culvert/packet-set';
import { type NetworkAcl, networkAclPasses } from './network-acl';
import { Passage } from './passage';

/** A subnet and its network ACL. */
export interface FilteredSubnet {
  readonly id: string;
  readonly acl: NetworkAcl;
}

/** What asks for an echo, and what brings it. Other ICMP is not answered. */
const ECHOES = [
  { protocol: 'icmp', request: 8, reply: 0 },
  { protocol: 'icmpv6', request: 128, reply: 129 },
] as const;
const ICMP = PacketSet.of({ protocols: ['icmp', 'icmpv6'] });
const UNANSWERED = ICMP.difference(
  PacketSet.of(
    ...ECHOES.map(({ protocol, request }) => ({ protocols: [protocol], icmpTypes: [request] })),
  ),
);

/**
 * The requests that network ACLs let from one subnet to the other, and whose replies they let back.
 * Within a subnet they filter nothing; an end without one is outside of the VPCs, such as the internet.
 *
 * @throws {@link PacketFilterError} when an entry is none, or two have one number
 */
export function betweenSubnets(
  from: FilteredSubnet | undefined,
  to: FilteredSubnet | undefined,
): Passage {
  if (from !== undefined && from.id === to?.id) {
    return Passage.ALL;
  }
  return oneWay(from, to).intersection(answered(oneWay(to, from)));
}

/** The requests whose replies are among what passes on the way back, and those that get none. */
export function answered(wayBack: Passage): Passage {
  return wayBack.map(answeredBy);
}

/** The reply to a request; undefined when there is none. */
export function replyTo({
  source,
  destination,
  sourcePort,
  destinationPort,
  ...rest
}: Packet): Packet | undefined {
  const back = { ...rest, source: destination, destination: source };
  if (rest.icmpType === undefined) {
    return { ...back, sourcePort: destinationPort, destinationPort: sourcePort };
  }
  const number = protocolNumber(rest.protocol);
  const echo = ECHOES.find(
    ({ protocol, request }) => protocolNumber(protocol) === number && request === rest.icmpType,
  );
  return echo && { ...back, icmpType: echo.reply };
}

function oneWay(from: FilteredSubnet | undefined, to: FilteredSubnet | undefined): Passage {
  const out = from ? networkAclPasses(from.acl, 'egress') : Passage.ALL;
  return to ? out.intersection(networkAclPasses(to.acl, 'ingress')) : out;
}

/** The requests of which the reply is among these packets, and those that get none. */
function answeredBy(replies: PacketSet): PacketSet {
  const echoes = ECHOES.flatMap(({ protocol, request, reply }) =>
    replies
      .intersection(PacketSet.of({ protocols: [protocol], icmpTypes: [reply] }))
      .reversed()
      .boxes()
      .map((box) => ({ ...box, icmpTypes: [request] })),
  );
  return replies
    .reversed()
    .difference(ICMP)
    .union(UNANSWERED, PacketSet.of(...echoes));
}
