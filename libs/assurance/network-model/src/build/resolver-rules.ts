import type { ResolverRule } from '../dns';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { componentId } from '../private/identity';
import { resourcesOf } from '../private/of-type';
import { blocksOf, factOf, textOf } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import { groupedBy, managedAndRead } from '../private/resources';
import type { Source } from '../private/source';

/** Rules of the Resolver, with the VPCs that they hold for. */
export function resolverRules({ graph }: Source): ById<ResolverRule> {
  const associations = groupedBy(
    resourcesOf(graph, 'aws_route53_resolver_rule_association'),
    (each) => [keyOf(refOf(each, 'resolver_rule_id') ?? '')],
  );
  const vpcsOf = (id: string) =>
    (associations.get(id) ?? []).flatMap((each) => refOf(each, 'vpc_id') ?? []);
  const rules = managedAndRead(graph, 'aws_route53_resolver_rule').map((each): ResolverRule => {
    const id = componentId(graph, each);
    const fact = (attribute: string) => ({ unknown: factOf(graph, each, attribute) });
    const domain = textOf(each.value('domain_name')) ?? fact('domain_name');
    return {
      ...componentOf(graph, each, id),
      domain: typeof domain === 'string' ? domain.toLowerCase().replace(/\.$/u, '') : domain,
      kind: textOf(each.value('rule_type')) ?? fact('rule_type'),
      vpcs: vpcsOf(id),
      servers: blocksOf(each.value('target_ip')).flatMap((block) =>
        [block['ip'], block['ipv6']].flatMap((value) => textOf(value) ?? []),
      ),
    };
  });
  const foreign = [...associations.keys()].map((id) => ({
    ...componentKnownById(id),
    domain: { unknown: `domain of ${id}` },
    kind: { unknown: `kind of ${id}` },
    vpcs: vpcsOf(id),
    servers: [],
  }));
  return byId(rules, foreign);
}
