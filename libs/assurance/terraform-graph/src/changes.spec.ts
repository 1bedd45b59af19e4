import { hclGraph } from '../test/hcl-document';
import { shownAt } from '../test/shown';

describe('ResourceGraph of a plan that changes what is there', () => {
  const graph = hclGraph('changes/plan.json');

  it.each([
    ['aws_vpc.same', { action: 'no-op', importing: false }],
    ['aws_vpc.replaced', { action: 'replace', importing: false }],
    [
      'aws_subnet.after',
      { action: 'no-op', importing: false, previousAddress: 'aws_subnet.before' },
    ],
    ['aws_security_group.updated', { action: 'update', importing: false }],
    ['aws_security_group.created', { action: 'create', importing: false }],
    ['aws_security_group.forgotten', { action: 'forget', importing: false }],
    ['aws_security_group.destroyed', { action: 'delete', importing: false }],
  ])('knows what happens to %s', (address, change) => {
    expect(graph.at(address)?.change).toEqual(change);
  });

  it('has what remains apart from what goes', () => {
    expect(graph.resources('aws_security_group').map(String)).toEqual([
      'aws_security_group.created',
      'aws_security_group.forgotten',
      'aws_security_group.updated',
    ]);
    expect(graph.destroyed.map(String)).toEqual(['aws_security_group.destroyed']);
    expect(graph.at('aws_security_group.forgotten')?.value('name')).toBe('forgotten');
    expect(graph.at('aws_security_group.destroyed')?.value('name')).toBe('destroyed');
  });

  it('does not have what is moved in two places', () => {
    expect(graph.at('aws_subnet.before')).toBeUndefined();
  });

  it('gives a symbol to what is replaced, and to what names it', () => {
    expect(shownAt(graph, 'aws_subnet.in_replaced', 'vpc_id')).toBe('${aws_vpc.replaced.id}');
    expect(shownAt(graph, 'aws_subnet.in_replaced', 'cidr_block')).toBe('10.2.1.0/24');
  });

  it('takes the block that is new for the one that refers to what is new', () => {
    expect(shownAt(graph, 'aws_security_group.updated', 'ingress')).toMatchObject([
      { from_port: 443, security_groups: [] },
      { from_port: 8443, security_groups: ['${aws_security_group.created.id}'] },
    ]);
  });

  it('finds what a known id names', () => {
    const vpc = graph.at('aws_vpc.same');
    const id = String(vpc?.value('id'));

    expect(graph.at('aws_subnet.after')?.referenced('vpc_id')).toEqual([vpc]);
    expect(graph.byIdentity(id)).toEqual([vpc]);
    expect(graph.byIdentity('arn:aws:iam::222222222222:role/caller').map(String)).toEqual([
      'aws_iam_role.caller',
    ]);
  });

  it('does not take the address of what goes for that of what comes', () => {
    const before = hclGraph('changes/state.json').at('aws_vpc.replaced')?.value('id');

    expect(graph.byIdentity(String(before))).toEqual([]);
  });

  it('finds nothing by the id of what goes', () => {
    const id = String(graph.at('aws_security_group.destroyed')?.value('id'));

    expect(id).toMatch(/^sg-/);
    expect(graph.byIdentity(id)).toEqual([]);
  });

  it.each([
    ['first', ['changes/plan.json', 'changes/state.json']],
    ['last', ['changes/state.json', 'changes/plan.json']],
  ])('sees a stack once whose plan comes %s and whose state comes too', (_title, files) => {
    const both = hclGraph(...files);

    expect(both.resources().map(String)).toEqual(graph.resources().map(String));
    expect(both.resources().map(({ document }) => document.kind)).not.toContain('state');
  });
});

describe('ResourceGraph of a state', () => {
  const graph = hclGraph('changes/state.json');

  it('knows every value, and the account and Region by ARN', () => {
    expect(graph.at('aws_subnet.before')?.referenced('vpc_id').map(String)).toEqual([
      'aws_vpc.same',
    ]);
    expect(graph.at('aws_subnet.before')?.placement).toMatchObject({
      accountId: '222222222222',
      region: 'eu-central-1',
    });
  });

  it('names the Region that it does not know', () => {
    expect(graph.at('aws_iam_role.caller')?.placement).toMatchObject({
      accountId: '222222222222',
      region: { unknown: 'aws_iam_role.caller.region' },
    });
  });
});
