import type { NetworkInterface } from '@culvert/network-model';
import { PacketSet } from '@culvert/packet-set';
import { TRUE } from '@culvert/symbolic';
import type { ConnectionRequest } from '../connection';
import type { Party } from '../party';
import { groupsKey, groupSteps } from './groups';
import type { Model } from './model';
import { passing } from './step';
import { withoutSource } from './translation';

/** Whether the groups of both could let any of it pass, whatever the way: cheap, as most ask in vain. */
export function mayBeAdmitted(
  model: Model,
  { from, to }: ConnectionRequest,
  asked: PacketSet,
): boolean {
  const sent =
    from.kind === 'interface'
      ? asked.intersection(passing(groupSteps(model, from.interface, 'egress', to, TRUE)).perhaps)
      : asked;
  if (sent.isEmpty || to.kind !== 'interface') return !sent.isEmpty;
  const received = passing(groupSteps(model, to.interface, 'ingress', from, TRUE)).perhaps;
  return (
    !sent.intersection(received).isEmpty ||
    !sent.intersection(fromTranslators(model, to.interface)).isEmpty
  );
}

/** What the groups let in from whatever sends on others' packets from its own address. */
function fromTranslators(model: Model, receiver: NetworkInterface): PacketSet {
  const key = `from translators ${groupsKey(receiver)} ${String(receiver.filtered)}`;
  return model.once(key, () =>
    PacketSet.NONE.union(
      ...model.translators().map((translator) => {
        const peer: Party = { kind: 'interface', interface: translator };
        const { perhaps } = passing(groupSteps(model, receiver, 'ingress', peer, TRUE));
        const sources = PacketSet.of({ sources: translator.addresses });
        return withoutSource(perhaps.intersection(sources));
      }),
    ),
  );
}
