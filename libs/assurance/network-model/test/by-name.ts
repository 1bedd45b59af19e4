import type { Component, Network } from '../src/index';

const KINDS = [
  'vpcs',
  'subnets',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'internetGateways',
  'natGateways',
  'vpnGateways',
  'peerings',
  'transitGateways',
  'transitGatewayAttachments',
  'transitGatewayRouteTables',
] as const;

type Plain = { readonly [kind: string]: readonly unknown[] };

/**
 * A network in which ids are what Terraform calls the components, so that a plan's and a state's are alike.
 * Availability Zones are left out: a plan knows names, a state ids.
 */
export function byName(network: Network): Plain {
  const names = new Map<string, string>();
  for (const map of Object.values(network) as readonly ReadonlyMap<string, Component>[]) {
    for (const { id, name } of map.values()) names.set(id, name);
  }
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null || 'points' in value) return plain(value);
    const left = Object.entries(value).filter(([key]) => !LEFT_OUT.includes(key));
    return Object.fromEntries(left.map(([key, inner]) => [key, renamed(inner)]));
  };
  return Object.fromEntries(
    KINDS.map((kind) => [kind, [...network[kind].values()].map(renamed).sort(byText)]),
  );
}

const LEFT_OUT = ['account', 'region', 'tags', 'zone'];

/** Sets of addresses are compared by their ranges. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
