import * as fc from 'fast-check';
import { FLOWS, HUB } from '../test/hub';
import { type Network, network, ref, terraform, without } from '../test/network';
import { attached, gateway, gatewayRoute, propagated, rule, vpc, vpcRoute } from '../test/parts';
import { problems } from '../test/problems';
import { checkFlows, type Flow } from './index';

/** Every resource that only opens ways; a blackhole closes one. */
const OPENING = [...HUB.keys()].filter((address) => !address.endsWith('.onprem_none'));

const damaged = fc
  .subarray(OPENING, { maxLength: 4 })
  .map((addresses) => without(HUB, ...addresses));

function broken(blocks: Network): ReadonlySet<string | undefined> {
  return new Set(checkFlows(terraform(blocks), FLOWS).map(({ flow }) => flow));
}

/** Gives every block of the hub another name, in whatever names one. */
function renaming(names: readonly string[]) {
  const addresses = [...HUB.keys()];
  return <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(
        /((?:data\.)?aws_\w+)\.\w+/g,
        (address, type: string) => `${type}.${names[addresses.indexOf(address)] ?? ''}`,
      ),
    ) as T;
}

/** Blocks that no flow of the hub has anything to do with. */
const UNRELATED = network(
  gateway('other', 'other'),
  vpc('other', 90),
  vpc('lonely', 91),
  attached('other', 'other', 'other'),
  propagated('other', ref('aws_ec2_transit_gateway_vpc_attachment.other'), 'spoke'),
  vpcRoute('other', 'other', '10.20.0.0/16', 'other'),
  vpcRoute('api_other', 'api', '172.16.0.0/12', 'hub'),
  gatewayRoute('other', 'other', '0.0.0.0/0'),
  gatewayRoute('spoke_other', 'spoke', '172.16.0.0/12'),
  rule('ingress', 'other', 'other', 443, { cidr_ipv4: '10.0.0.0/8' }),
  rule('egress', 'api_other', 'api', 22, { cidr_ipv4: '10.90.0.0/16' }),
);

describe('checkFlows, of any network', () => {
  it('depends on no name and no order', () => {
    const names = fc.shuffledSubarray(
      [...HUB.keys()].map((_, index) => `n${index}`),
      { minLength: HUB.size },
    );
    const order = fc.shuffledSubarray(OPENING, { minLength: OPENING.length });

    fc.assert(
      fc.property(damaged, names, order, (blocks, to, shuffled) => {
        const rename = renaming(to);
        const reordered = new Map(
          [...blocks].sort(([one], [other]) => shuffled.indexOf(one) - shuffled.indexOf(other)),
        );
        const renamed = new Map(rename([...reordered]));
        const flows: readonly Flow[] = rename(FLOWS);

        expect([...problems(renamed, flows)].sort()).toEqual([...rename(problems(blocks))].sort());
      }),
    );
  });

  it('repairs no flow by removing what opens a way', () => {
    fc.assert(
      fc.property(damaged, fc.constantFrom(...OPENING), (blocks, address) => {
        const fewer = blocks.has(address) ? without(blocks, address) : blocks;

        expect([...broken(blocks)].filter((flow) => !broken(fewer).has(flow))).toEqual([]);
      }),
    );
  });

  it('says the same whatever unrelated is added', () => {
    const some = fc.subarray([...UNRELATED]);

    fc.assert(
      fc.property(damaged, some, (blocks, added) => {
        expect(problems(new Map([...added, ...blocks]))).toEqual(problems(blocks));
      }),
    );
  });
});
