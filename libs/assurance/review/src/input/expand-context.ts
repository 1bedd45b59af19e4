import type { ResourceAddresses } from '../ends/resource-addresses';
import type { Context } from './context';

/** A context in which each resource has its full name: `*` and addresses of all instances are written out. */
export function expandContext(context: Context, addresses: ResourceAddresses): Context {
  const namesOf = (text: string): readonly string[] => {
    const names = addresses.at(text).map((resource) => addresses.nameOf(resource));
    return names.length > 0 ? names : [text];
  };
  const expanded = <K extends string, T extends { readonly [key in K]: string }>(
    list: readonly T[] | undefined,
    key: K,
  ): readonly T[] =>
    (list ?? []).flatMap((item) => namesOf(item[key]).map((name) => ({ ...item, [key]: name })));
  return {
    ...context,
    attachments: expanded(context.attachments, 'attachment'),
    endpoints: expanded(context.endpoints, 'endpoint'),
    peerings: expanded(context.peerings, 'peering'),
    transitGateways: expanded(context.transitGateways, 'transitGateway'),
    appliances: expanded(context.appliances, 'appliance'),
  };
}
