import * as fc from 'fast-check';
import { Ipv4Range } from './ipv4-range';
import { longestMatches } from './longest-match';

function range(cidr: string): Ipv4Range {
  const parsed = Ipv4Range.parse(cidr);
  if (parsed === undefined) {
    throw new Error(`"${cidr}" is no range`);
  }
  return parsed;
}

const route = (cidr: string, to: string, rank = 0) => ({ range: range(cidr), to, rank });

describe('longestMatches', () => {
  it.each([
    ['no route', [], { none: ['10.0.0.0/8'] }],
    ['a route that contains it', [route('0.0.0.0/0', 'a')], { a: ['10.0.0.0/8'] }],
    ['a route beside it', [route('11.0.0.0/8', 'a')], { none: ['10.0.0.0/8'] }],
    ['the longer', [route('0.0.0.0/0', 'a'), route('10.0.0.0/8', 'b')], { b: ['10.0.0.0/8'] }],
    [
      'the lower rank at equal length',
      [route('10.0.0.0/8', 'a', 1), route('10.0.0.0/8', 'b', 0)],
      { b: ['10.0.0.0/8'] },
    ],
    [
      'the longer whatever its rank',
      [route('0.0.0.0/0', 'a', 0), route('10.0.0.0/8', 'b', 9)],
      { b: ['10.0.0.0/8'] },
    ],
    [
      'both where nothing decides',
      [route('10.0.0.0/8', 'a'), route('10.0.0.0/8', 'b')],
      { 'a,b': ['10.0.0.0/8'] },
    ],
    [
      'another for a part',
      [route('10.0.0.0/8', 'a'), route('10.192.0.0/10', 'b')],
      { a: ['10.0.0.0/9', '10.128.0.0/10'], b: ['10.192.0.0/10'] },
    ],
    [
      'nothing for the part that halves leave out',
      [route('10.0.0.0/9', 'a')],
      { a: ['10.0.0.0/9'], none: ['10.128.0.0/9'] },
    ],
    [
      'two halves that make a whole',
      [route('10.0.0.0/9', 'a'), route('10.128.0.0/9', 'a')],
      { a: ['10.0.0.0/9', '10.128.0.0/9'] },
    ],
  ])('chooses %s', (_, routes, expected) => {
    const chosen: Record<string, string[]> = {};
    for (const { ranges, routes: of } of longestMatches(range('10.0.0.0/8'), routes)) {
      const key = of.map(({ to }) => to).join() || 'none';
      chosen[key] = [...(chosen[key] ?? []), ...ranges.map(({ cidr }) => cidr)];
    }

    expect(chosen).toEqual(expected);
  });

  it('agrees with a look-up of each address', () => {
    const within = fc
      .tuple(fc.nat(255), fc.integer({ min: 22, max: 32 }))
      .map(([host, prefix]) => range(`10.0.0.${host}/${prefix}`));
    const routes = fc.array(fc.record({ range: within, rank: fc.nat(2) }), { maxLength: 12 });

    fc.assert(
      fc.property(routes, fc.nat(255), (all, host) => {
        const address = range(`10.0.0.${host}`);
        const matching = all.filter((each) => each.range.contains(address));
        const order = (each: (typeof all)[number]) => each.range.prefix * 10 - each.rank;
        const best = Math.max(...matching.map(order));

        const parts = longestMatches(range('10.0.0.0/24'), all).filter(({ ranges }) =>
          ranges.some((part) => part.contains(address)),
        );

        expect(parts.map((part) => part.routes)).toEqual([
          matching.filter((each) => order(each) === best),
        ]);
      }),
    );
  });
});
