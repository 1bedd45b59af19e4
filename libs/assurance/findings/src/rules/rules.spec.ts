import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '@culvert/terraform-graph';
import { hclGraph } from '../../test/hcl-graph';
import { findingsOf } from '../findings-of';
import { RULES, RULES_BY_SERVICE } from './rules-by-service';

const FIXTURES = ['rules/plan.json', 'stale-deployment/plan.json'];

describe('each rule', () => {
  const graphs = FIXTURES.map(hclGraph);
  const resources = graphs.flatMap((graph) => graph.resources());

  /** The fixtures of a rule: `passes_<rule>` and `fails_<rule>`, `__<case>` behind. */
  const casesOf = (rule: string, kind: 'passes' | 'fails') => {
    const name = `${kind}_${rule.replaceAll('-', '_')}`;
    return resources
      .filter((each: Resource) => each.name === name || each.name.startsWith(`${name}__`))
      .map(({ address }) => address)
      .sort();
  };

  it.each(RULES.map((rule) => [rule.id, rule] as const))('finds what it should: %s', (id, rule) => {
    const [passes, fails] = [casesOf(id, 'passes'), casesOf(id, 'fails')];
    const found = new Set(
      graphs.flatMap((graph) => findingsOf(graph, [rule]).map(({ resource }) => resource)),
    );

    expect(passes).not.toEqual([]);
    expect(fails).not.toEqual([]);
    expect([...passes, ...fails].filter((address) => found.has(address)).sort()).toEqual(fails);
  });

  it('says for want of which facts it cannot tell', () => {
    const unknown = graphs
      .flatMap((graph) => findingsOf(graph))
      .filter(({ resource }) => resource.includes('__unknown'));
    const of = (rule: string) => unknown.find((finding) => finding.rule === rule);

    expect(of('lb-public')).toMatchObject({
      message: 'perhaps faces the internet',
      missing: ['aws_lb.fails_lb_public__unknown.internal'],
    });
    expect(of('security-group-open-admin')).toMatchObject({
      missing: [
        'aws_vpc_security_group_ingress_rule.fails_security_group_open_admin__unknown.cidr_ipv4',
      ],
    });
  });

  it('has a fixture for nothing but rules', () => {
    const ids = new Set(RULES.map(({ id }) => id.replaceAll('-', '_')));
    const strangers = resources
      .map(({ name }) => /^(?:passes|fails)_(?<rule>.+?)(?:__.*)?$/.exec(name)?.groups?.['rule'])
      .filter((rule) => rule !== undefined && !ids.has(rule));

    expect(strangers).toEqual([]);
  });
});

describe('RULES', () => {
  it('are in files of their names', () => {
    const folders = ['acm-pca', 'apigateway', 'ec2', 'ecs', 'elb', 'iam', 'kms', 'lambda', 'logs'];
    folders.push('privatelink', 'rds', 's3', 'secretsmanager', 'states', 'secrets');
    const missing = RULES.filter(
      ({ id }) => !folders.some((folder) => existsSync(join(__dirname, folder, `${id}.ts`))),
    );

    expect(missing).toEqual([]);
  });

  it('have an id each, and say what, why and where AWS says so', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter(({ id }) => !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id))).toEqual([]);
    expect(RULES.filter(({ reference }) => !URL.canParse(reference))).toEqual([]);
    expect(RULES.filter(({ rationale }) => !rationale.endsWith('.'))).toEqual([]);
    expect(Object.values(RULES_BY_SERVICE).flat()).toHaveLength(RULES.length);
  });
});
