import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import { rulesOfGroups } from '../private/rules-of-groups';
import { unknownRule } from '../private/security-group-rules';
import type { Source } from '../private/source';
import { madeVpcs } from '../private/vpc-defaults';
import type { SecurityGroup, SecurityGroupRule } from '../security-group';

type Group = Omit<SecurityGroup, 'ingress' | 'egress' | 'missing'>;

/** Security groups that are managed, made by AWS with a VPC, read, or known by their id only. */
export function securityGroups(source: Source): ById<SecurityGroup> {
  const { graph } = source;
  const rules = rulesOfGroups(source);
  const defaultOf = new Map(
    resourcesOf(graph, 'aws_vpc', 'aws_default_vpc').map((vpc) => [
      idOf(graph, vpc, 'default_security_group_id'),
      idOf(graph, vpc),
    ]),
  );
  const withRules = (group: Group, missing: readonly string[] = []): SecurityGroup => ({
    ...group,
    ingress: [...(rules.get(`${group.id} ingress`) ?? []), ...missing.map(unknownRule)],
    egress: [...(rules.get(`${group.id} egress`) ?? []), ...missing.map(unknownRule)],
    missing,
  });
  const managed = resourcesOf(graph, 'aws_security_group', 'aws_default_security_group');
  const foreign = [...rules.keys()].map((key) => key.slice(0, key.lastIndexOf(' ')));
  return byId(
    managed.map((resource) => {
      const component = componentOf(graph, resource);
      const vpc = refOf(resource, 'vpc_id') ?? `VPC of ${component.name}`;
      return withRules({ ...component, vpc: defaultOf.get(component.id) ?? keyOf(vpc) });
    }),
    madeVpcs(graph).map((vpc) => {
      const id = idOf(graph, vpc, 'default_security_group_id');
      const name = factOf(graph, vpc, 'default_security_group_id');
      const group = withRules({ ...componentOf(graph, vpc, id), name, vpc: idOf(graph, vpc) });
      const made = defaultRules(name, id);
      return {
        ...group,
        ingress: [...made.ingress, ...group.ingress],
        egress: [...made.egress, ...group.egress],
      };
    }),
    dataOf(graph, 'aws_security_group').map((resource) => {
      const component = componentOf(graph, resource);
      const vpc = keyOf(refOf(resource, 'vpc_id') ?? `VPC of ${component.name}`);
      return withRules({ ...component, vpc }, [`rules of ${component.name}`]);
    }),
    [...defaultOf.keys(), ...mentioned(graph, 'sg'), ...foreign].map((id) =>
      withRules({ ...componentKnownById(id), vpc: defaultOf.get(id) ?? `VPC of ${id}` }, [
        `rules of ${id}`,
      ]),
    ),
  );
}

/**
 * What AWS puts in a VPC's default group: its members may call each other, and anything else.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function defaultRules(name: string, id: string) {
  const all = (way: string, peers: SecurityGroupRule['peers']): readonly SecurityGroupRule[] => [
    { name: `${name} default ${way}`, protocol: '-1', peers },
  ];
  return { ingress: all('ingress', [{ group: id }]), egress: all('egress', ['0.0.0.0/0', '::/0']) };
}
