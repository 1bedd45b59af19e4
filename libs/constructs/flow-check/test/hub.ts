import type { Flow } from '../src/index';
import { network, ref } from './network';
import {
  associated,
  attached,
  gateway,
  gatewayRoute,
  propagated,
  rule,
  vpc,
  vpcAttachment,
  vpcRoute,
} from './parts';

export const VPN = ref('aws_vpn_connection.site', 'transit_gateway_attachment_id');
export const PEERING = ref('aws_ec2_transit_gateway_peering_attachment.far');
const PEERING_ACCEPTED = ref('aws_ec2_transit_gateway_peering_attachment_accepter.far');

const end = (name: string) => ({
  vpcId: ref(`aws_vpc.${name}`),
  securityGroupId: ref(`aws_security_group.${name}`),
});

/** The VPC `api` calls on-prem, on-prem calls it, `consumer` calls it, and it calls `far`. */
export const FLOWS = [
  { name: 'out', from: end('api'), to: { attachmentId: VPN, cidr: '192.168.10.20/32' }, port: 443 },
  { name: 'in', from: { attachmentId: VPN, cidr: '192.168.0.0/16' }, to: end('api'), port: 8443 },
  { name: 'across', from: end('consumer'), to: end('api'), port: 443 },
  { name: 'peered', from: end('api'), to: end('far'), port: 443 },
] as const satisfies readonly Flow[];

/** A hub whose flows all pass, in which no resource is superfluous. */
export const HUB = network(
  gateway('hub', 'spoke', 'onprem', 'peering'),
  gateway('peer', 'peer'),
  vpc('api', 20),
  vpc('consumer', 30),
  vpc('far', 40),
  attached('api', 'hub', 'spoke'),
  attached('consumer', 'hub', 'spoke'),
  attached('far', 'peer', 'peer'),
  {
    'aws_vpn_connection.site': {
      provider: 'aws.network',
      transit_gateway_id: ref('aws_ec2_transit_gateway.hub'),
    },
    'aws_ec2_transit_gateway_peering_attachment.far': {
      transit_gateway_id: ref('aws_ec2_transit_gateway.hub'),
      peer_transit_gateway_id: ref('aws_ec2_transit_gateway.peer'),
    },
    'aws_ec2_transit_gateway_peering_attachment_accepter.far': {
      transit_gateway_attachment_id: PEERING,
    },
  },
  associated('vpn', VPN, 'onprem'),
  associated('hub_peering', PEERING, 'peering'),
  associated('peer_peering', PEERING_ACCEPTED, 'peer'),
  propagated('vpn', VPN, 'spoke'),
  propagated('api', vpcAttachment('api'), 'onprem'),
  propagated('api', vpcAttachment('api'), 'spoke'),
  propagated('consumer', vpcAttachment('consumer'), 'spoke'),
  propagated('far', vpcAttachment('far'), 'peer'),
  gatewayRoute('spoke_far', 'spoke', '10.40.0.0/16', PEERING),
  gatewayRoute('peer_api', 'peer', '10.20.0.0/16', PEERING_ACCEPTED),
  gatewayRoute('peering_api', 'peering', '10.20.0.0/16', vpcAttachment('api')),
  gatewayRoute('onprem_none', 'onprem', '10.30.0.0/16'),
  vpcRoute('api_onprem', 'api', '192.168.0.0/16', 'hub'),
  vpcRoute('api_consumer', 'api', '10.30.0.0/16', 'hub'),
  vpcRoute('api_far', 'api', '10.40.0.0/16', 'hub'),
  vpcRoute('consumer_api', 'consumer', '10.20.0.0/16', 'hub'),
  vpcRoute('far_api', 'far', '10.20.0.0/16', 'peer'),
  rule('egress', 'api_onprem', 'api', 443, { cidr_ipv4: '192.168.10.20/32' }),
  rule('ingress', 'api_onprem', 'api', 8443, { cidr_ipv4: '192.168.0.0/16' }),
  rule('egress', 'consumer_api', 'consumer', 443, { cidr_ipv4: '10.20.0.0/16' }),
  rule('ingress', 'api_consumer', 'api', 443, {
    referenced_security_group_id: ref('aws_security_group.consumer'),
  }),
  rule('egress', 'api_far', 'api', 443, { cidr_ipv4: '10.40.0.0/16' }),
  rule('ingress', 'far_api', 'far', 443, { cidr_ipv4: '10.20.0.0/16' }),
);
