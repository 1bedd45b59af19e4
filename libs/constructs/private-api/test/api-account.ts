import { NetworkLoadBalancer, type PrivateLinkInboundRules } from '@culvert/load-balancing';
import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { ExecuteApiEndpoint, PrivateApi, type PrivateApiProps, proxyApi, VpcLinkV2 } from '../src';

/** An account with a VPC, a load balancer in it and the way to private APIs; the API comes when asked for. */
export function apiAccount({ inboundRules = 'on' as PrivateLinkInboundRules } = {}) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const api = stack.account('api');
  const vpc = new IsolatedVpc(api, 'vpc', {
    name: 'orders',
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
  });
  const executeApi = new ExecuteApiEndpoint(api, 'execute-api', {
    name: 'orders',
    vpc,
    region: 'eu-central-1',
    hostNumber: 11,
  });
  const loadBalancer = new NetworkLoadBalancer(api, 'load-balancer', {
    name: 'orders',
    vpc,
    securityGroup: new SecurityGroup(api, 'load-balancer-group', {
      vpcId: vpc.id,
      name: 'orders-load-balancer',
      description: 'load balancer of orders',
    }),
    privateLinkInboundRules: inboundRules,
  });
  const privateApi = (props: Partial<PrivateApiProps> = {}) =>
    new PrivateApi(api, 'orders', {
      name: 'orders',
      document: proxyApi({
        title: 'Orders',
        vpcLink: new VpcLinkV2(api, 'vpc-link', { name: 'orders', loadBalancer, port: 443 }),
        origin: 'https://orders.example.com',
      }),
      callers: [executeApi.endpoint],
      stage: { stageName: 'live', throttling: { rateLimit: 100, burstLimit: 50 } },
      ...props,
    });
  return { api, loadBalancer, executeApi, privateApi, synth: () => SynthesisedStack.of(stack) };
}
