import { graphOf, resource } from '../../test/graph';
import { ResourceAddresses } from './resource-addresses';

describe('ResourceAddresses', () => {
  const one = new ResourceAddresses(
    graphOf({
      network: [
        resource('aws_subnet.a["x"]'),
        resource('aws_subnet.a["y.z"]'),
        resource('aws_subnet.a_b'),
        resource('module.net["a"].aws_vpc.this'),
        resource('module.net["b"].aws_vpc.this'),
        resource('aws_instance.app[0]'),
      ],
    }),
  );
  const at = (text: string) => one.at(text).map(({ address }) => address);

  it.each([
    ['aws_subnet.a["x"]', ['aws_subnet.a["x"]']],
    ['aws_subnet.a["y.z"]', ['aws_subnet.a["y.z"]']],
    ['aws_subnet.a', ['aws_subnet.a["x"]', 'aws_subnet.a["y.z"]']],
    ['module.net.aws_vpc.this', ['module.net["a"].aws_vpc.this', 'module.net["b"].aws_vpc.this']],
    ['module.net["b"].aws_vpc.this', ['module.net["b"].aws_vpc.this']],
    ['aws_instance.app[0]', ['aws_instance.app[0]']],
    ['aws_instance.app[1]', []],
    ['aws_subnet', []],
    ['network/aws_subnet.a_b', ['aws_subnet.a_b']],
    ['aws_subnet.a*', ['aws_subnet.a["x"]', 'aws_subnet.a["y.z"]', 'aws_subnet.a_b']],
    ['network/aws_subnet.*_b', ['aws_subnet.a_b']],
    ['module.net["*"].aws_vpc.*', ['module.net["a"].aws_vpc.this', 'module.net["b"].aws_vpc.this']],
    ['aws_subnet.?', []],
    ['aws_sqs_queue.*', []],
  ])('finds at %s', (text, addresses) => {
    expect(at(text)).toEqual(addresses);
  });

  it('names near misses, the nearest first', () => {
    expect(one.near('aws_subnet.ab')).toEqual(['aws_subnet.a', 'aws_subnet.a_b']);
    expect(one.near('aws_sqs_queue.completely_different')).toEqual([]);
  });

  it('tells documents apart when the address names one', () => {
    const several = new ResourceAddresses(
      graphOf({ a: [resource('aws_vpc.main')], b: [resource('aws_vpc.main')] }),
    );

    expect(several.at('aws_vpc.main')).toHaveLength(2);
    expect(
      several
        .within('b')
        .at('aws_vpc.*')
        .map((it) => several.nameOf(it)),
    ).toEqual(['b/aws_vpc.main']);
    expect(several.within('b').at('a/aws_vpc.main')).toHaveLength(1);
    expect(several.at('b/aws_vpc.main').map((it) => several.nameOf(it))).toEqual([
      'b/aws_vpc.main',
    ]);
  });
});
