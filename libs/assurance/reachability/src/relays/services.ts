import { SymbolicText } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { entryOf } from './call-api';
import { ELSEWHERE } from './elsewhere';
import { gatesAt } from './gate-hops';
import type { Model } from './model';
import type { Link, Place, Stop } from './place';
import { HTTPS } from './ports';
import { Trail } from './trail';

/** What leads to something behind a service of AWS: the service's endpoints, and the internet. */
export function entriesOfResources(model: Model, { place }: Stop): readonly Link[] {
  if (place.kind !== 'resource') {
    return [];
  }
  const { target } = place;
  const { service, action, resource, region, name } = target;
  const endpoints = model
    .awsEndpoints(service)
    .filter(
      (each) => region === undefined || SymbolicText.of(each.region).equals(region).value !== false,
    );
  const entries = [
    ...endpoints.map((each): Place => ({
      kind: each.kind === 'Gateway' ? 'gateway' : 'interfaces',
      id: each.id,
    })),
    { kind: 'aws', id: service } as const,
    ELSEWHERE,
  ];
  const traffic: Traffic = HTTPS;
  return entries.map((entry): Link => ({
    from: { place: entry, traffic },
    traffic,
    through: [],
    pass: (arrival) => {
      const { caller } = arrival;
      const leads = `leads to ${name}`;
      const trail = Trail.hop({
        kind: 'endpoint',
        component: model.nameOf(entry.id),
        detail: leads,
      });
      return {
        arrival,
        trail: (entry.kind === 'aws' ? Trail.START : trail).then(() =>
          gatesAt(
            entry,
            model.gates.authorize({
              ...entryOf(model, { entry }, arrival),
              caller,
              action,
              resource,
            }),
          ),
        ),
      };
    },
  }));
}
