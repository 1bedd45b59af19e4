import { hclGraph } from '../test/hcl-document';
import { shownAt } from '../test/shown';

describe('ResourceGraph of a plan that leaves choices', () => {
  const graph = hclGraph('choices/plan.json');

  it.each([
    [
      'a condition',
      'aws_security_group.conditional',
      'vpc_id',
      ['aws_vpc.one.id', 'aws_vpc.two.id'],
    ],
    ['a function', 'aws_subnet.two', 'vpc_id', ['aws_vpc.one.id', 'aws_vpc.two.id']],
    [
      'an index that is computed',
      'aws_network_interface.either',
      'subnet_id',
      ['aws_subnet.one[0].id', 'aws_subnet.one[1].id'],
    ],
    [
      'a condition between lists',
      'aws_network_interface.either',
      'security_groups',
      ['aws_security_group.conditional.id', 'aws_security_group.dynamic.id'],
    ],
    [
      'a dynamic block, of which a plan says nothing',
      'aws_lb.dynamic',
      'subnet_mapping[1].subnet_id',
      ['aws_subnet.one[0].id', 'aws_subnet.one[1].id', 'aws_subnet.read.id', 'aws_subnet.two.id'],
    ],
  ])('names the candidates of %s, and takes none', (_title, address, path, candidates) => {
    expect(shownAt(graph, address, path)).toBe(
      `\${${address}.${path}: ${candidates.map((name) => `\${${name}}`).join(' | ')}}`,
    );
    expect(graph.at(address)?.referenced(path)).toEqual([]);
  });

  it.each([
    [
      'a condition that leaves one',
      'aws_network_interface.conditional',
      'security_groups',
      ['${aws_security_group.conditional.id}'],
    ],
    [
      'a local that can be one thing only',
      'module.alone.aws_security_group.this',
      'vpc_id',
      '${module.alone.aws_vpc.this.id}',
    ],
    ['a data source that reads by id', 'aws_subnet.read', 'vpc_id', '${aws_vpc.two.id}'],
    [
      'blocks that only their references tell apart',
      'aws_lb.mapped',
      'subnet_mapping[1].subnet_id',
      '${aws_subnet.one[1].id}',
    ],
    [
      'a block that a literal tells apart',
      'aws_lb.pinned',
      'subnet_mapping[1].subnet_id',
      '${aws_subnet.one[1].id}',
    ],
    [
      'blocks that refer to different things',
      'aws_route_table.inline',
      'route[0].gateway_id',
      '${aws_internet_gateway.one.id}',
    ],
    [
      'blocks that refer to different things, the other',
      'aws_route_table.inline',
      'route[1].vpc_peering_connection_id',
      '${aws_vpc_peering_connection.both.id}',
    ],
    [
      'what is adopted',
      'aws_default_route_table.one',
      'id',
      '${aws_vpc.one.default_route_table_id}',
    ],
    [
      'what is adopted by its VPC',
      'aws_default_security_group.one',
      'id',
      '${aws_vpc.one.default_security_group_id}',
    ],
  ])('takes %s', (_title, address, path, value) => {
    expect(shownAt(graph, address, path)).toEqual(value);
  });
});
