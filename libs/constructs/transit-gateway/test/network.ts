import { IsolatedVpc } from '@culvert/network';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  type AttachableTransitGateway,
  type ShareAcceptance,
  TransitGateway,
  TransitGatewayShare,
  VpcAttachment,
} from '../src';

export const API = '222222222222';
export const NETWORK = '444444444444';

/** A transit gateway in one account, and a VPC in another that asks to be attached to it. */
export function network({ acceptance = 'invitation' }: { acceptance?: ShareAcceptance } = {}) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: {
      network: { accountId: NETWORK, region: 'eu-central-1' },
      elsewhere: { accountId: NETWORK, region: 'us-west-2' },
      api: { accountId: API, region: 'eu-central-1' },
    },
  });
  const owner = stack.account('network');
  const api = stack.account('api');
  const transitGateway = new TransitGateway(owner, 'transit-gateway', { name: 'orders' });
  const peer = new TransitGateway(stack.account('elsewhere'), 'transit-gateway', {
    name: 'on-prem',
    amazonSideAsn: 64532,
  });
  const share = new TransitGatewayShare(owner, 'share', {
    name: 'orders',
    transitGateway,
    accountIds: [API],
    acceptance,
  });
  const request = (
    account: Account = api,
    gateway: AttachableTransitGateway = share.accept(account, 'transit-gateway'),
  ) =>
    new VpcAttachment(account, 'attachment', {
      name: 'orders',
      transitGateway: gateway,
      vpc: vpcIn(account),
    });
  return {
    stack,
    owner,
    api,
    transitGateway,
    peer,
    share,
    request,
    synth: () => SynthesisedStack.of(stack),
  };
}

export function vpcIn(account: Account, zonalRouting?: boolean): IsolatedVpc {
  return new IsolatedVpc(account, 'vpc', {
    name: 'orders',
    zonalRouting,
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
  });
}
