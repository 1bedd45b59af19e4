import { type PacketBox, PacketSet, AddressSet, protocolNumber } from '@culvert/packet-set';
import type { Appliance } from '../appliance';
import type { NetworkContext } from '../context';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import type { Source } from '../private/source';

type Passing = NonNullable<NetworkContext['appliances']>[number]['passes'][number];

/** What the context says that firewalls and the like let pass. */
export function appliances({ graph, context }: Source): ById<Appliance> {
  return byId(
    (context.appliances ?? []).map(({ appliance, passes }) => {
      const resource = graph.at(appliance);
      const component = resource
        ? componentOf(graph, resource, idOf(graph, resource))
        : componentKnownById(appliance);
      return { ...component, passes: PacketSet.of(...passes.map(boxOf)) };
    }),
  );
}

function boxOf({ protocol, ports, to }: Passing): PacketBox {
  const withPorts: PacketBox = ports === undefined ? {} : { protocols: ['tcp', 'udp'] };
  return {
    ...(protocol === undefined ? withPorts : { protocols: [protocolNumber(protocol)] }),
    ...(ports === undefined ? {} : { destinationPorts: ports }),
    ...(to === undefined ? {} : { destinations: AddressSet.of(...to) }),
  };
}
