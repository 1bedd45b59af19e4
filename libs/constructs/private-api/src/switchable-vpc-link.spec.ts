import type { PrivateLinkInboundRules } from '@culvert/load-balancing';
import { TerraformOutput } from 'cdktf';
import { apiAccount } from '../test/api-account';
import { privateLinkInboundRulesFor, SwitchableVpcLink, type VpcLinkVersion } from './index';

interface Step {
  readonly active: VpcLinkVersion;
  readonly standby?: VpcLinkVersion;
  readonly inboundRules?: PrivateLinkInboundRules;
}

/** The estates of a move, one after the other. */
const MOVE: readonly Step[] = [
  { active: 'v1' },
  { active: 'v1', standby: 'v2' },
  { active: 'v2', standby: 'v1' },
  { active: 'v2' },
];

function synthesise({ active, standby, inboundRules }: Step) {
  const { api, loadBalancer, synth } = apiAccount({
    inboundRules: inboundRules ?? privateLinkInboundRulesFor(active, standby),
  });
  const link = new SwitchableVpcLink(api, 'vpc-link', {
    name: 'orders',
    loadBalancer,
    port: 443,
    active,
    standby,
  });
  new TerraformOutput(api, 'connection', { staticId: true, value: link.connection });
  return synth();
}

/** Address to arguments of everything the step creates. */
function resourcesOf(step: Step): Record<string, unknown> {
  const synthesised = synthesise(step);
  return Object.fromEntries(
    synthesised.resourceTypes
      .flatMap((type) => synthesised.resources(type))
      .map((resource) => [resource.address, resource.arguments]),
  );
}

function changes(from: Step, to: Step) {
  const [before, after] = [resourcesOf(from), resourcesOf(to)];
  const differ = (address: string) =>
    JSON.stringify(before[address]) !== JSON.stringify(after[address]);
  return {
    created: Object.keys(after).filter((address) => !(address in before)),
    destroyed: Object.keys(before).filter((address) => !(address in after)),
    changed: Object.keys(after).filter((address) => address in before && differ(address)),
  };
}

describe('SwitchableVpcLink', () => {
  it.each([
    ['v1', 'aws_api_gateway_vpc_link'],
    ['v2', 'aws_apigatewayv2_vpc_link'],
  ] as const)('sends requests through the active link, %s', (active, type) => {
    const standby = active === 'v1' ? 'v2' : 'v1';
    const synthesised = synthesise({ active, standby });

    expect(synthesised.outputs['connection']).toEqual({
      value: expect.objectContaining({
        connectionType: 'VPC_LINK',
        connectionId: `\${${synthesised.only(type).address}.id}`,
      }),
    });
  });

  it('has no other link unless one stands by', () => {
    expect(synthesise({ active: 'v2' }).resourceTypes).not.toContain('aws_api_gateway_vpc_link');
  });

  it('moves from V1 to V2 in steps that touch nothing in use', () => {
    const [v1, v1WithV2, v2WithV1, v2] = MOVE as [Step, Step, Step, Step];
    const link2 = expect.stringMatching(/vpc-link_v2|ingress-orders-vpc-link-443/);

    expect(changes(v1, v1WithV2)).toEqual({
      created: [link2, link2, link2, link2],
      destroyed: [],
      changed: [],
    });
    expect(changes(v1WithV2, v2WithV1)).toEqual({ created: [], destroyed: [], changed: [] });
    expect(changes(v2WithV1, v2)).toEqual({
      created: [],
      destroyed: [expect.stringMatching(/^aws_api_gateway_vpc_link\.api_vpc-link_v1_/)],
      changed: [expect.stringMatching(/^aws_lb\.api_load-balancer_/)],
    });
  });

  it.each(['v1', 'v2'] as const)('fails when %s stands by for itself', (active) => {
    expect(() => synthesise({ active, standby: active })).toThrow(
      `is ${active} and would stand by as ${active}: choose the other kind, or none`,
    );
  });

  it.each<Step>([
    { active: 'v1' },
    { active: 'v1', standby: 'v2' },
    { active: 'v2', standby: 'v1' },
  ])('fails with $active and standby $standby on a load balancer that V1 cannot pass', (step) => {
    expect(() => synthesise({ ...step, inboundRules: 'on' })).toThrow(
      'set privateLinkInboundRules to "off"',
    );
  });
});

describe('privateLinkInboundRulesFor', () => {
  it('lets PrivateLink past the rules as long as there is a V1 link', () => {
    expect(MOVE.map(({ active, standby }) => privateLinkInboundRulesFor(active, standby))).toEqual([
      'off',
      'off',
      'off',
      'on',
    ]);
  });
});
