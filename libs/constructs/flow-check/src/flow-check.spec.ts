import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import {
  type AcceptedVpcAttachment,
  DirectConnectGatewayAssociation,
  SiteToSiteVpn,
  TransitGateway,
  TransitGatewayShare,
  VpcAttachment,
} from '@culvert/transit-gateway';
import { Testing } from 'cdktf';
import { type Flow, FlowCheck } from './index';

const CONNECTIONS = {
  vpn: (transitGateway: TransitGateway) =>
    new SiteToSiteVpn(transitGateway, 'on-prem', {
      name: 'on-prem',
      transitGateway,
      customerGateway: { address: '203.0.113.10', bgpAsn: 65010 },
    }),
  'direct connect': (transitGateway: TransitGateway) =>
    new DirectConnectGatewayAssociation(transitGateway, 'on-prem', {
      transitGateway,
      gateway: { name: 'on-prem', amazonSideAsn: 64513 },
      allowedPrefixes: ['10.20.0.0/16'],
    }),
};

function onPremStack(
  connection: keyof typeof CONNECTIONS,
  finish: (attachment: AcceptedVpcAttachment) => void,
) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: {
      network: { accountId: '444444444444', region: 'eu-central-1' },
      api: { accountId: '222222222222', region: 'eu-central-1' },
    },
  });
  const api = stack.account('api');
  const vpc = new IsolatedVpc(api, 'vpc', {
    name: 'api',
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
  });
  const callers = new SecurityGroup(api, 'callers', {
    vpcId: vpc.id,
    name: 'callers',
    description: 'calls orders',
  });
  callers.allowToCidr('192.168.10.20/32', { port: 443, description: 'callers call orders' });

  const transitGateway = new TransitGateway(stack.account('network'), 'hub', { name: 'hub' });
  const share = new TransitGatewayShare(transitGateway, 'share', {
    name: 'hub',
    transitGateway,
    accountIds: [api.accountId],
    acceptance: 'invitation',
  });
  const request = new VpcAttachment(api, 'attachment', {
    name: 'api',
    transitGateway: share.accept(api, 'hub'),
    vpc,
  });
  const spoke = transitGateway.accept('api', request);
  const onPrem = CONNECTIONS[connection](transitGateway);
  const spokes = transitGateway.routeTable('spokes', { name: 'spokes' });
  spokes.associate('api', spoke);
  spokes.propagateFrom('on-prem', onPrem);
  const fromOnPrem = transitGateway.routeTable('from-on-prem', { name: 'from-on-prem' });
  fromOnPrem.associate('on-prem', onPrem);
  fromOnPrem.propagateFrom('api', spoke);
  finish(spoke);

  const flow: Flow = {
    name: 'orders',
    from: { vpcId: vpc.id, securityGroupId: callers.id },
    to: { attachmentId: onPrem.attachmentId, cidr: '192.168.10.20/32' },
    port: 443,
  };
  return { stack, flow };
}

describe('FlowCheck', () => {
  const connections = Object.keys(CONNECTIONS) as (keyof typeof CONNECTIONS)[];

  it.each(connections)('lets a stack whose flows can pass be synthesised: %s', (connection) => {
    const { stack, flow } = onPremStack(connection, (spoke) => spoke.routeTo('192.168.0.0/16'));
    new FlowCheck(stack, 'flows', { flows: [flow] });

    expect(SynthesisedStack.of(stack).resources('aws_route')).toHaveLength(1);
  });

  it.each(connections)('fails the synthesis naming every broken flow: %s', (connection) => {
    const { stack, flow } = onPremStack(connection, () => undefined);
    new FlowCheck(stack, 'flows', {
      flows: [flow, { ...flow, name: 'metrics', port: 9090 }],
    });
    const synth = () => SynthesisedStack.of(stack);

    expect(synth).toThrow(
      /flow "orders": no forward route to 192\.168\.10\.20\/32 \(aws_route_table/,
    );
    expect(synth).toThrow(/flow "metrics": no egress rule lets tcp 9090 to 192\.168\.10\.20\/32/);
    expect(synth).not.toThrow(/flow "orders": no egress rule/);
  });

  it('fails on two flows of one name where they are declared', () => {
    const { stack, flow } = onPremStack('vpn', () => undefined);

    expect(() => new FlowCheck(stack, 'flows', { flows: [flow, flow] })).toThrow(
      'flow "orders" is declared twice',
    );
  });
});
