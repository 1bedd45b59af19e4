import { AddressSet } from '@culvert/packet-set';
import { unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { connect } from '../network';
import type { Party } from '../party';
import { arrive, partiesAt } from '../relays/arrive';
import { keyOf, type Model } from '../relays/model';
import type { Stop } from '../relays/place';
import { Trail } from '../relays/trail';
import { toGatewayEndpoint } from './gateway-endpoint';

/** From who begins to a way's first stop. */
export function enter(model: Model, senders: readonly Party[], { place, traffic }: Stop): Trail {
  const each = (way: (sender: Party) => Trail) =>
    Trail.every(senders.map(way)) ?? Trail.blocked(nobody(model.nameOf(place.id)));
  switch (place.kind) {
    case 'interfaces':
    case 'addresses':
    case 'outside':
      return each((sender) => {
        const direct = arrive(model, [sender], place, traffic);
        const around =
          direct.passes.value === true || !isPublic(model, place, sender)
            ? []
            : [overInternet(model, sender, place, traffic)];
        return Trail.best([direct, ...around]) ?? direct;
      });
    case 'aws':
      return each((sender) => toAws(model, sender, place.id, traffic));
    case 'gateway':
      return each((sender) => toGatewayEndpoint(model, sender, place.id, traffic));
    default:
      return Trail.blocked(nobody(model.nameOf(place.id)));
  }
}

function nobody(component: string) {
  return { kind: 'interface', component, detail: 'has no interface in any VPC' } as const;
}

/** Whether an interface may call the place by its public addresses. */
function isPublic(model: Model, place: Stop['place'], { kind }: Party): boolean {
  const receivers = partiesAt(model, place);
  return (
    kind === 'interface' &&
    receivers.length > 0 &&
    receivers.every((each) => each.kind === 'interface' && each.interface.isPublic.value !== false)
  );
}

function overInternet(model: Model, sender: Party, place: Stop['place'], traffic: Traffic): Trail {
  return toInternet(model, sender, traffic, model.nameOf(place.id)).then(() =>
    arrive(model, asSeen(model, sender), place, traffic),
  );
}

/** By which addresses the internet sees it: known ones, or some that AWS gives. */
function asSeen(model: Model, sender: Party): readonly Party[] {
  const vpc = sender.kind === 'interface' ? model.vpcOf(sender.interface) : undefined;
  const known = vpc === undefined ? AddressSet.NONE : model.publicAddressesOf(vpc);
  const some = model.strangers();
  return known.isEmpty ? [some] : [some, { ...some, addresses: known }];
}

/** Out to something on the internet of which the address is not known. */
function toInternet(model: Model, from: Party, traffic: Traffic, name: string): Trail {
  const to = model.internet();
  const connection = connect(model.network, { from, to, traffic });
  if (connection.passes.value === true || connection.leaks.value === false) {
    return Trail.of(connection);
  }
  const doubt = unknownFor(`public addresses of ${name}`);
  return Trail.of({
    passes: connection.passes.value === 'unknown' ? connection.passes : doubt,
    leaks: connection.leaks.value === 'unknown' ? connection.leaks : doubt,
    get hops() {
      return connection.hops;
    },
    get leakingHops() {
      return connection.leakingHops;
    },
  });
}

/** To a service of AWS by its public addresses. */
function toAws(model: Model, sender: Party, service: string, traffic: Traffic): Trail {
  const name = `the public endpoint of ${service}`;
  if (sender.kind === 'outside') {
    const hop = { kind: 'outside', component: sender.zone, detail: `calls ${name}` } as const;
    return sender.zone === 'internet'
      ? Trail.hop(hop)
      : Trail.hop(hop, unknownFor("on-prem's own way to the internet"));
  }
  const vpc = model.vpcOf(sender.interface);
  const endpoint = model
    .awsEndpoints(service)
    .find((each) => keyOf(each.vpc) === vpc && each.privateDns.value !== false);
  const way = toInternet(model, sender, traffic, name);
  return endpoint === undefined
    ? way
    : way.then(() =>
        Trail.unreliable(
          {
            kind: 'dns',
            component: endpoint.name,
            detail: `its private DNS leads names of ${service} to it, not to the internet`,
            ...(vpc === undefined ? {} : { vpc }),
          },
          { value: false },
        ),
      );
}
