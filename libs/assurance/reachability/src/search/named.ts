import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import type { Party } from '../party';
import type { Model } from '../relays/model';
import type { Stop } from '../relays/place';
import { Trail } from '../relays/trail';
import { type Lead, resolve } from './dns';

/** Whether the name that is asked for leads to the way's first stop, for each who begins. */
export function named(
  model: Model,
  senders: readonly Party[],
  host: string | undefined,
  { place }: Stop,
): Trail {
  if (host === undefined) {
    return Trail.START;
  }
  const vpcs = new Set(senders.map((sender) => whereOf(model, sender)));
  const trails = [...vpcs].map((where) => {
    if (where === 'on-prem') {
      const detail = `answers for ${host}`;
      const doubt = unknownFor(`on-prem's DNS for ${host}`);
      return Trail.hop({ kind: 'dns', component: 'on-prem', detail }, doubt);
    }
    const lead = resolve(model, host, where);
    const { component, rule, detail } = lead;
    const hop = { kind: 'dns', component, ...(rule === undefined ? {} : { rule }) } as const;
    const leads = leadsTo(model, lead, place);
    const elsewhere =
      lead.answered.value === true && leads.value === false
        ? `, which is not ${model.nameOf(place.id)}`
        : '';
    return Trail.hop(
      {
        ...hop,
        detail: `${host} ${detail}${elsewhere}`,
        ...(where === undefined ? {} : { vpc: where }),
      },
      leads,
    );
  });
  return Trail.every(trails) ?? Trail.START;
}

function whereOf(model: Model, sender: Party): string | undefined {
  if (sender.kind === 'interface') {
    return model.vpcOf(sender.interface);
  }
  return sender.zone === 'on-prem' ? 'on-prem' : undefined;
}

function leadsTo(
  model: Model,
  { answered, components, addresses, aws }: Lead,
  place: Stop['place'],
): Truth {
  if (answered.value !== true) {
    return answered;
  }
  const own = model.interfacesOf(place.id);
  const isOwnAddress =
    !addresses.isEmpty &&
    own.some((each) => each.placed && !each.addresses.intersection(addresses).isEmpty);
  const mayBe =
    !addresses.isEmpty &&
    own.some((each) => !each.placed && !each.addresses.intersection(addresses).isEmpty);
  const isThere =
    (place.kind === 'aws' && aws) ||
    components.includes(place.id) ||
    isOwnAddress ||
    (place.kind === 'addresses' && !addresses.intersection(place.addresses).isEmpty) ||
    (place.kind === 'outside' && !addresses.intersection(place.party.addresses).isEmpty);
  if (isThere) {
    return TRUE;
  }
  return mayBe ? unknownFor(`private addresses of ${model.nameOf(place.id)}`) : FALSE;
}
