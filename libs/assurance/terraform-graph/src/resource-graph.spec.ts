import { change, smallGraph, smallPlan } from '../test/small-plan';
import { shown, shownAt } from '../test/shown';
import { DocumentError, parseDocument, ResourceGraph } from './index';

const GONE = { actions: ['delete'], before: { id: 'sg-00000000' }, after: null, after_unknown: {} };

describe('ResourceGraph', () => {
  it('fails on two documents of one name', () => {
    const documents = [1, 2].map(() => parseDocument(smallPlan([]), { name: 'plan' }));

    expect(() => ResourceGraph.of(documents)).toThrow(
      new DocumentError(
        'duplicate-name',
        'plan',
        'has the name "plan" of another document: give it one of its own',
      ),
    );
  });

  it('fails on an action that is not known', () => {
    expect(() =>
      smallGraph([change('aws_vpc.a', {}, { actions: ['create', 'teleport'] })]),
    ).toThrow('small: /resource_changes/0/change/actions is a list of actions that is not known');
  });

  it('has a deposed object beside the resource that came for it', () => {
    const graph = smallGraph([
      change('aws_security_group.a'),
      change('aws_security_group.a', { deposed: '12345678' }, GONE),
    ]);

    expect(graph.at('aws_security_group.a')?.change.action).toBe('create');
    expect(graph.destroyed.map(({ deposed }) => deposed)).toEqual(['12345678']);
    expect(graph.byIdentity('sg-00000000')).toEqual([]);
  });

  it('knows what is imported', () => {
    const imported = {
      actions: ['no-op'],
      after: { id: 'vpc-1' },
      after_unknown: {},
      importing: { id: 'vpc-1' },
    };

    expect(smallGraph([change('aws_vpc.a', {}, imported)]).at('aws_vpc.a')?.change).toEqual({
      action: 'no-op',
      importing: true,
    });
  });

  it('has what the plan does not touch, as with -target, and not where it was before', () => {
    const known = ['before', 'untouched'].map((name) => ({
      address: `aws_vpc.${name}`,
      mode: 'managed',
      type: 'aws_vpc',
      name,
      values: { id: `vpc-${name}` },
    }));
    const after = change('aws_vpc.after', { previous_address: 'aws_vpc.before' });
    const prior_state = { values: { root_module: { resources: known } } };

    expect(smallGraph([after], { prior_state }).resources().map(String)).toEqual([
      'aws_vpc.after',
      'aws_vpc.untouched',
    ]);
  });

  it('leaves ephemeral resources out, which are nowhere after apply', () => {
    expect(smallGraph([change('aws_secret.a', { mode: 'ephemeral' })]).resources()).toEqual([]);
  });

  it('takes what a refresh found, where there are no changes', () => {
    const values = { id: 'vpc-1', cidr_block: '10.0.0.0/16' };
    const resource = { address: 'aws_vpc.a', mode: 'managed', type: 'aws_vpc', name: 'a', values };
    const graph = ResourceGraph.of([
      parseDocument(
        { format_version: '1.2', planned_values: { root_module: { resources: [resource] } } },
        { name: 'refresh' },
      ),
    ]);

    expect(graph.at('aws_vpc.a')?.values).toEqual(values);
  });

  it('ends where references go round in a circle', () => {
    const circle = { value: { references: ['module.a.out', 'module.a'] } };
    const module = {
      outputs: { out: { expression: { references: ['var.value'] } } },
      variables: { value: {} },
      resources: [
        { address: 'aws_subnet.a', expressions: { vpc_id: { references: ['var.value'] } } },
      ],
    };
    const graph = smallGraph(
      [
        change(
          'module.a.aws_subnet.a',
          { module_address: 'module.a' },
          { after_unknown: { vpc_id: true } },
        ),
      ],
      { configuration: { root_module: { module_calls: { a: { expressions: circle, module } } } } },
    );

    expect(shownAt(graph, 'module.a.aws_subnet.a', 'vpc_id')).toBe(
      '${module.a.aws_subnet.a.vpc_id}',
    );
  });

  it.each([
    ['a dot', 'x.y'],
    ['a bracket', 'x"]["y'],
    ['a quote', 'say "x"'],
    ['a line break', 'x\ny'],
    ['a template', '${x}'],
  ])('finds modules and resources by keys with %s in them', (_title, key) => {
    const quoted = JSON.stringify(key).replaceAll('${', () => '$${');
    const module = {
      outputs: { id: { expression: { references: ['aws_vpc.a.id', 'aws_vpc.a'] } } },
      resources: [{ address: 'aws_vpc.a' }],
    };
    const wanted = [`module.net[${quoted}].id`, `module.net[${quoted}]`, 'module.net'];
    const graph = smallGraph(
      [
        change(`module.net[${quoted}].aws_vpc.a`, {
          module_address: `module.net[${quoted}]`,
          type: 'aws_vpc',
          name: 'a',
        }),
        change('module.net["other"].aws_vpc.a', {
          module_address: 'module.net["other"]',
          type: 'aws_vpc',
          name: 'a',
        }),
        change('aws_subnet.a', {}, { after_unknown: { vpc_id: true } }),
      ],
      {
        configuration: {
          root_module: {
            resources: [
              { address: 'aws_subnet.a', expressions: { vpc_id: { references: wanted } } },
            ],
            module_calls: { net: { module } },
          },
        },
      },
    );

    expect(shownAt(graph, 'aws_subnet.a', 'vpc_id')).toBe(`\${module.net[${quoted}].aws_vpc.a.id}`);
    expect(graph.at('aws_subnet.a')?.referenced('vpc_id')).toHaveLength(1);
  });

  it('takes an object with a key "unknown" for an object', () => {
    const after = { tags: { unknown: 'aws_vpc.other.id' } };
    const value = smallGraph([change('aws_vpc.a', {}, { after })])
      .at('aws_vpc.a')
      ?.value('tags');

    expect(shown(value)).toEqual({ unknown: 'aws_vpc.other.id' });
  });
});
