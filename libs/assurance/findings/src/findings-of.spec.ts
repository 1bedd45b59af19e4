import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import { hclGraph } from '../test/hcl-graph';
import { findingsOf, type Rule, SEVERITIES } from './index';

const rule = (id: string, props: Partial<Rule> = {}): Rule => ({
  id,
  severity: 'low',
  title: 'a load balancer is internal',
  rationale: 'It is.',
  reference: 'https://docs.aws.amazon.com/',
  *check(graph) {
    for (const resource of graph.resources('aws_lb')) {
      yield { resource, path: 'internal', message: 'is public', remedy: 'make it internal' };
    }
  },
  ...props,
});

/** A plan that creates load balancers. */
function document(name: string, ...balancers: readonly string[]) {
  const resource_changes = balancers.map((balancer) => ({
    address: `aws_lb.${balancer}`,
    mode: 'managed',
    type: 'aws_lb',
    name: balancer,
    change: { actions: ['create'], before: null, after: { name: balancer } },
  }));
  const json = { format_version: '1.2', planned_values: {}, resource_changes };
  return parseDocument(json, { name });
}

describe('findingsOf', () => {
  it('gives what the rules find, the worst first', () => {
    const graph = ResourceGraph.of([document('plan', 'b', 'a')]);
    const rules = [rule('one'), rule('two', { severity: 'critical' })];
    const found = findingsOf(graph, rules).map(({ rule: id, resource }) => `${id} ${resource}`);

    expect(found).toEqual(['two aws_lb.a', 'two aws_lb.b', 'one aws_lb.a', 'one aws_lb.b']);
  });

  it('names the document where there are several', () => {
    const graph = ResourceGraph.of([document('network', 'a'), document('orders', 'a')]);

    expect(findingsOf(graph, [rule('one')]).map(({ resource }) => resource)).toEqual([
      'network/aws_lb.a',
      'orders/aws_lb.a',
    ]);
  });

  it('says what is not sure', () => {
    const graph = ResourceGraph.of([document('plan', 'a')]);
    const unsure = rule('one', {
      *check() {
        for (const resource of graph.resources('aws_lb')) {
          yield { resource, message: 'is public', remedy: '', missing: ['aws_lb.a.internal'] };
        }
      },
    });

    expect(findingsOf(graph, [unsure])).toMatchObject([
      { message: 'perhaps is public', missing: ['aws_lb.a.internal'] },
    ]);
  });

  it('has a fingerprint for rule, stack, resource and path, whatever else is in the plan', () => {
    const print = (name: string, id: string, ...balancers: readonly string[]) =>
      findingsOf(ResourceGraph.of([document(name, ...balancers)]), [rule(id)])[0]?.fingerprint;
    const other = rule('one', {
      *check(graph) {
        for (const problem of rule('one').check(graph)) yield { ...problem, message: 'says else' };
      },
    });
    const [reworded] = findingsOf(ResourceGraph.of([document('plan', 'a')]), [other]);

    expect(print('plan', 'one', 'a')).toMatch(/^[\da-f]{64}$/);
    expect(print('plan', 'one', 'a', 'b')).toBe(print('plan', 'one', 'a'));
    expect(reworded?.fingerprint).toBe(print('plan', 'one', 'a'));
    expect(print('plan', 'two', 'a')).not.toBe(print('plan', 'one', 'a'));
    expect(print('other', 'one', 'a')).not.toBe(print('plan', 'one', 'a'));
    expect(print('plan', 'one', 'b')).not.toBe(print('plan', 'one', 'a'));
  });

  it('finds no two things that are the same', () => {
    const found = findingsOf(hclGraph('rules/plan.json'));
    const prints = new Set(found.map(({ fingerprint }) => fingerprint));

    expect(found.filter(({ severity }) => !SEVERITIES.includes(severity))).toEqual([]);
    expect(prints.size).toBe(found.length);
  });

  it('shows no value that is a secret', () => {
    expect(JSON.stringify(findingsOf(hclGraph('rules/plan.json')))).not.toMatch(/canary|AKIA/);
  });

  it('finds the same in a state as in a plan where both know', () => {
    const [plan, state] = ['plan', 'state'].map((kind) =>
      findingsOf(hclGraph(`stale-deployment/${kind}.json`))
        .filter(({ rule: id }) => id === 'stage-throttling' || id === 'deployment-triggers')
        .map(({ rule: id, resource }) => `${id} ${resource}`),
    );

    expect(state).toEqual(plan);
  });
});
