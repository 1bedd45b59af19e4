import { join } from 'node:path';
import { loadEstate, type TransitGatewayOnpremEstate } from '@culvert/estate';
import { checkFlows, type Flow, type TerraformJson } from '@culvert/flow-check';
import { Testing } from 'cdktf';
import { TransitGatewayOnprem } from './transit-gateway-onprem';

const ESTATES = join(__dirname, '..', '..', 'estates');

/** What carries every flow of the API's VPC: without any one of them none passes. */
const CARRIERS = [
  'aws_route',
  'aws_route_table_association',
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_ec2_transit_gateway_vpc_attachment_accepter',
  'aws_ec2_transit_gateway_peering_attachment',
  'aws_ec2_transit_gateway_peering_attachment_accepter',
  'aws_ec2_transit_gateway_route_table_association',
  'aws_ec2_transit_gateway_route_table_propagation',
  'aws_ec2_transit_gateway_route',
];

/** By the zone of the stand-in for on-prem, the flow that ends in the other one. */
const ZONES: Readonly<Record<string, string>> = {
  'usw2-az1': 'orders-onprem at 192.168.11.20',
  'usw2-az2': 'orders-onprem at 192.168.10.20',
};

/** By a part of a rule's address, the flows that need it. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'egress-192-168-10-20--32-443': ['orders-onprem at 192.168.10.20'],
  'egress-192-168-11-20--32-443': ['orders-onprem at 192.168.11.20'],
  'ingress-192-168-0-0--16-443': ['API from 192.168.0.0/16'],
  'ingress-192-168-0-0--16-53': ['names of the API from 192.168.0.0/16 over tcp'],
  'ingress-192-168-0-0--16-53-udp': ['names of the API from 192.168.0.0/16 over udp'],
  'egress-192-168-0-53--32-53': ['names of on-prem at 192.168.0.53 over tcp'],
  'egress-192-168-0-53--32-53-udp': ['names of on-prem at 192.168.0.53 over udp'],
  'egress-192-168-0-54--32-53': ['names of on-prem at 192.168.0.54 over tcp'],
  'egress-192-168-0-54--32-53-udp': ['names of on-prem at 192.168.0.54 over udp'],
};

describe.each(['lab', 'lab-vpn', 'lab-peering'])('without a part of the estate %s', (name) => {
  const { terraform, flows } = synthesise(name);
  const all = flows.map((flow) => flow.name).sort();
  const removable = Object.entries(terraform.resource ?? {}).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([id, block]) => ({ type, id, block })),
  );

  it('has flows that all pass', () => {
    expect(all.length).toBe(Object.keys(RULES).length);
    expect(checkFlows(terraform, flows)).toEqual([]);
  });

  const carriers = removable.filter(
    ({ type, block }) =>
      CARRIERS.includes(type) &&
      block['blackhole'] !== true &&
      !String(block['provider']).includes('consumer'),
  );
  it.each(carriers.map(({ type, id }) => [type, id]))(
    'breaks every flow that it carries without %s.%s',
    (type, id) => {
      expect(brokenWithout(type, id)).toEqual(carriedBy(id));
    },
  );

  const attachments = removable.filter(
    ({ type }) => type === 'aws_ec2_transit_gateway_vpc_attachment',
  );
  it.each(
    attachments.flatMap(({ id, block }) =>
      (block['subnet_ids'] as readonly string[]).map((subnetId) => [id, subnetId]),
    ),
  )('breaks every flow that it carries when %s is not in the subnet %s', (id, subnetId) => {
    const type = 'aws_ec2_transit_gateway_vpc_attachment';
    const attachment = terraform.resource?.[type]?.[id] as Record<string, unknown>;
    const subnetIds = (attachment['subnet_ids'] as string[]).filter((each) => each !== subnetId);

    expect(
      broken({
        ...terraform,
        resource: {
          ...terraform.resource,
          [type]: {
            ...terraform.resource?.[type],
            [id]: { ...attachment, subnet_ids: subnetIds },
          },
        },
      }),
    ).toEqual(carriedBy(id, subnetId));
  });

  it.each(Object.entries(RULES))(
    'breaks just one flow without the rule %s',
    (fragment, expected) => {
      const rules = removable.filter(
        ({ type, id }) =>
          id.startsWith('api_') &&
          type.startsWith('aws_vpc_security_group_') &&
          ruleOf(id) === fragment,
      );

      expect(rules).toHaveLength(1);
      for (const { type, id } of rules) {
        expect(brokenWithout(type, id)).toEqual(expected);
      }
    },
  );

  const idle = removable.filter(
    ({ type, block }) => type === 'aws_ec2_transit_gateway_route' && block['blackhole'] === true,
  );
  it.each(idle.map(({ type, id }) => [type, id]))('breaks no flow without %s.%s', (type, id) => {
    expect(brokenWithout(type, id)).toEqual([]);
  });

  /**
   * All flows go through the API's side. The stand-in for on-prem carries those that do not end at a
   * DNS server, and one zone of it only those towards addresses in that zone.
   */
  function carriedBy(id: string, subnetId = ''): string[] {
    const isConnection = /peering/.test(id);
    if (!id.startsWith('on-prem_') || isConnection) {
      return all;
    }
    const elsewhere = Object.entries(ZONES).find(([zone]) =>
      `${id} ${subnetId}`.includes(zone),
    )?.[1];
    return all.filter((flow) => !flow.startsWith('names of on-prem') && flow !== elsewhere);
  }

  function brokenWithout(type: string, id: string): string[] {
    const { [id]: _removed, ...others } = terraform.resource?.[type] ?? {};
    return broken({ ...terraform, resource: { ...terraform.resource, [type]: others } });
  }

  function broken(changed: TerraformJson): string[] {
    const names = checkFlows(changed, flows).map(({ flow }) => flow ?? '');
    return [...new Set(names)].sort();
  }
});

function synthesise(name: string): {
  readonly terraform: TerraformJson;
  readonly flows: readonly Flow[];
} {
  const estate = loadEstate({ name, directory: ESTATES });
  const stack = new TransitGatewayOnprem(
    Testing.app(),
    'transit-gateway-onprem',
    estate,
    estate.transitGatewayOnprem as TransitGatewayOnpremEstate,
  );
  return {
    terraform: JSON.parse(Testing.synth(stack)) as TerraformJson,
    flows: stack.flowCheck.flows,
  };
}

/** The part of a rule's id that says direction, range, port and protocol. */
function ruleOf(id: string): string | undefined {
  return /_((?:in|e)gress-.*)_[^_]+$/.exec(id)?.[1];
}
