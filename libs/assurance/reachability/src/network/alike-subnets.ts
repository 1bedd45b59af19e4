import type { Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { isUnknown, type Text } from '@culvert/symbolic';
import { found, grouped, type Model } from './model';

/** Subnets of which packets go the same ways, so that these are found once for all. */
export interface AlikeSubnets {
  readonly key: string;
  readonly subnets: readonly Subnet[];
  readonly ranges: AddressSet;
}

export function alikeSubnets(model: Model, subnet: Subnet): AlikeSubnets {
  const key = keyOf(model, subnet);
  const all = model.once('alike subnets', () =>
    grouped(model.network.subnets.values(), (each) => keyOf(model, each)),
  );
  return model.once(`alike ${key}`, () => {
    const subnets = all.get(key) ?? [];
    return { key, subnets, ranges: AddressSet.NONE.union(...subnets.map(({ ranges }) => ranges)) };
  });
}

/** By all that ways depend on; its id, where it is on the way of others or not all is known. */
function keyOf(model: Model, subnet: Subnet): string {
  return model.once(`alike key ${subnet.id}`, () => {
    const { id, vpc, routeTable, networkAcl, zone, account } = subnet;
    const isKnown =
      found(model.network.routeTables, routeTable) !== undefined &&
      found(model.network.networkAcls, networkAcl) !== undefined;
    return isKnown && !onTheWay(model).has(id)
      ? ['like', vpc, routeTable, networkAcl, zone ?? '', textOf(account)].join(' ')
      : `subnet ${id}`;
  });
}

/** The subnets of what routes lead to. */
function onTheWay(model: Model): ReadonlySet<string> {
  return model.once('on the way', () => {
    const { network } = model;
    const targets = new Set(
      [...network.routeTables.values()].flatMap(({ routes }) =>
        routes.flatMap(({ target }) => target ?? []),
      ),
    );
    const appliances = [...targets].flatMap((target) => [
      ...model.interfacesOf(target),
      ...[network.interfaces.get(target)].flatMap((each) => each ?? []),
    ]);
    const gateways = [...network.natGateways.values()].map((each) => model.interfaceOfNat(each));
    const attachments = [...network.transitGatewayAttachments.values()];
    return new Set(
      [
        ...[...appliances, ...gateways].flatMap(({ subnet, subnets = [] }) => [subnet, ...subnets]),
        ...attachments.flatMap(({ subnets = [] }) => subnets),
      ].filter((ref) => typeof ref === 'string'),
    );
  });
}

function textOf(text: Text): string {
  if (isUnknown(text)) return text.unknown;
  return typeof text === 'string' ? text : JSON.stringify(text.parts);
}
