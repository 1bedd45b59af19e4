import { type Part, ref } from './network';

const TGW = 'aws_ec2_transit_gateway';

/** The two zones of every VPC here. */
export const ZONES = ['a', 'b'] as const;

/** A VPC of two subnets that share a route table, with a security group, in its own account. */
export function vpc(name: string, octet: number): Part {
  const own = { provider: `aws.${name}`, vpc_id: ref(`aws_vpc.${name}`) };
  const subnets = ZONES.map((zone, index) => ({
    [`aws_subnet.${name}_${zone}`]: {
      ...own,
      cidr_block: `10.${octet}.${index}.0/24`,
      availability_zone_id: `euc1-az${index + 1}`,
    },
    [`aws_route_table_association.${name}_${zone}`]: {
      subnet_id: ref(`aws_subnet.${name}_${zone}`),
      route_table_id: ref(`aws_route_table.${name}`),
    },
  }));
  return Object.assign(
    {
      [`aws_vpc.${name}`]: { provider: `aws.${name}`, cidr_block: `10.${octet}.0.0/16` },
      [`aws_route_table.${name}`]: own,
      [`aws_security_group.${name}`]: own,
    },
    ...subnets,
  ) as Part;
}

/** The VPC's attachment to a gateway of another account, accepted there and associated with a table. */
export function attached(name: string, gateway: string, table: string): Part {
  return {
    [`${TGW}_vpc_attachment.${name}`]: {
      provider: `aws.${name}`,
      vpc_id: ref(`aws_vpc.${name}`),
      transit_gateway_id: ref(`${TGW}.${gateway}`),
      subnet_ids: ZONES.map((zone) => ref(`aws_subnet.${name}_${zone}`)),
    },
    [`${TGW}_vpc_attachment_accepter.${name}`]: {
      provider: 'aws.network',
      transit_gateway_attachment_id: ref(`${TGW}_vpc_attachment.${name}`),
    },
    ...associated(name, ref(`${TGW}_vpc_attachment_accepter.${name}`), table),
  };
}

export function gateway(name: string, ...tables: readonly string[]): Part {
  return {
    [`${TGW}.${name}`]: { provider: 'aws.network', security_group_referencing_support: 'enable' },
    ...Object.fromEntries(
      tables.map((table) => [
        `${TGW}_route_table.${table}`,
        { transit_gateway_id: ref(`${TGW}.${name}`) },
      ]),
    ),
  };
}

export function associated(name: string, attachment: string, table: string): Part {
  return {
    [`${TGW}_route_table_association.${name}_${table}`]: {
      transit_gateway_attachment_id: attachment,
      transit_gateway_route_table_id: ref(`${TGW}_route_table.${table}`),
    },
  };
}

export function propagated(name: string, attachment: string, table: string): Part {
  return {
    [`${TGW}_route_table_propagation.${name}_${table}`]: {
      transit_gateway_attachment_id: attachment,
      transit_gateway_route_table_id: ref(`${TGW}_route_table.${table}`),
    },
  };
}

/** A static route, or a blackhole when there is no attachment. */
export function gatewayRoute(name: string, table: string, cidr: string, attachment?: string): Part {
  return {
    [`${TGW}_route.${name}`]: {
      transit_gateway_route_table_id: ref(`${TGW}_route_table.${table}`),
      destination_cidr_block: cidr,
      ...(attachment === undefined
        ? { blackhole: true }
        : { transit_gateway_attachment_id: attachment }),
    },
  };
}

export function vpcRoute(name: string, table: string, cidr: string, gatewayName: string): Part {
  return {
    [`aws_route.${name}`]: {
      route_table_id: ref(`aws_route_table.${table}`),
      destination_cidr_block: cidr,
      transit_gateway_id: ref(`${TGW}.${gatewayName}`),
    },
  };
}

/** A rule for TCP, of a range or of another group. */
export function rule(
  direction: 'ingress' | 'egress',
  name: string,
  group: string,
  port: number,
  peer: { readonly cidr_ipv4: string } | { readonly referenced_security_group_id: string },
): Part {
  return {
    [`aws_vpc_security_group_${direction}_rule.${name}`]: {
      security_group_id: ref(`aws_security_group.${group}`),
      ip_protocol: 'tcp',
      from_port: port,
      to_port: port,
      ...peer,
    },
  };
}

export const vpcAttachment = (name: string) => ref(`${TGW}_vpc_attachment.${name}`);
