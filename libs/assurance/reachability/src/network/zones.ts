import type { Subnet, TransitGatewayAttachment } from '@culvert/network-model';
import { isUnknown, type Text } from '@culvert/symbolic';
import type { Model } from './model';

/** Subnets of an attachment that packets may come by, and what is missing to tell more. */
export interface Doors {
  readonly subnets: readonly Subnet[];
  readonly missing: readonly string[];
}

/** By which subnet what is in a VPC enters the attachment: that of its zone only. */
export function entrance(
  model: Model,
  attachment: TransitGatewayAttachment,
  from: Subnet | undefined,
): Doors {
  const all = subnetsOf(model, attachment);
  if (from === undefined) return { ...all, missing: [...all.missing, 'the zone it comes from'] };
  if (all.subnets.some(({ id }) => id === from.id)) return { subnets: [from], missing: [] };
  const compared = all.subnets.map((each) => ({ each, same: sameZone(each, from) }));
  const same = compared.filter((one) => one.same === true).map(({ each }) => each);
  if (same.length > 0) return { subnets: same, missing: [] };
  const open = compared.filter((one) => one.same === undefined).map(({ each }) => each);
  return {
    subnets: open,
    missing: [...all.missing, ...open.map((each) => zoneFact(each, from))],
  };
}

/**
 * By which subnets what came from the zone of `from` may leave the attachment: that of the same zone where
 * there is one, else any.
 */
export function exits(
  model: Model,
  attachment: TransitGatewayAttachment,
  from: Subnet | undefined,
): Doors {
  const all = subnetsOf(model, attachment);
  if (from === undefined || attachment.applianceMode?.value !== false) return all;
  const same = all.subnets.filter((each) => sameZone(each, from) === true);
  return same.length > 0 ? { subnets: same, missing: [] } : all;
}

function subnetsOf(model: Model, { subnets: refs, name }: TransitGatewayAttachment): Doors {
  if (refs === undefined) return { subnets: [], missing: [`subnets of ${name}`] };
  const subnets = refs.flatMap((ref) => model.subnet(ref) ?? []);
  return { subnets, missing: subnets.length < refs.length ? [`subnets of ${name}`] : [] };
}

/** Undefined when it cannot be told: names of zones mean others in each account, their ids do not. */
function sameZone(one: Subnet, other: Subnet): boolean | undefined {
  if (one.zone === undefined || other.zone === undefined) return undefined;
  if (isZoneId(one.zone) !== isZoneId(other.zone)) return undefined;
  const comparable =
    isZoneId(one.zone) || one.vpc === other.vpc || sameText(one.account, other.account);
  return comparable ? one.zone === other.zone : undefined;
}

function isZoneId(zone: string): boolean {
  return /^[a-z0-9]+-az\d+$/u.test(zone);
}

function sameText(one: Text, other: Text): boolean {
  if (isUnknown(one) && isUnknown(other)) return one.unknown === other.unknown;
  return typeof one === 'string' && one === other;
}

function zoneFact(one: Subnet, other: Subnet): string {
  return `Availability Zone of ${one.zone === undefined ? one.name : other.name}`;
}
