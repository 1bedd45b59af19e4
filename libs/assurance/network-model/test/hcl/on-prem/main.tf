terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "main" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

resource "aws_subnet" "main" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  ipv6_cidr_block   = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, count.index)
  availability_zone = "eu-central-1a"
}

resource "aws_route_table" "main" {
  count            = 2
  vpc_id           = aws_vpc.main.id
  propagating_vgws = [aws_vpn_gateway.main.id]
}

resource "aws_route_table_association" "main" {
  count          = 2
  subnet_id      = aws_subnet.main[count.index].id
  route_table_id = aws_route_table.main[count.index].id
}

resource "aws_route_table" "ingress" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block           = "10.0.0.0/16"
    network_interface_id = aws_network_interface.firewall.id
  }
}

resource "aws_route_table_association" "ingress" {
  gateway_id     = aws_vpn_gateway.main.id
  route_table_id = aws_route_table.ingress.id
}

resource "aws_network_interface" "firewall" {
  subnet_id         = aws_subnet.main[0].id
  source_dest_check = false
}

resource "aws_vpn_gateway" "main" {}

resource "aws_vpn_gateway_attachment" "main" {
  vpc_id         = aws_vpc.main.id
  vpn_gateway_id = aws_vpn_gateway.main.id
}

resource "aws_vpn_gateway" "dynamic" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpn_gateway_route_propagation" "dynamic" {
  vpn_gateway_id = aws_vpn_gateway.dynamic.id
  route_table_id = aws_vpc.main.main_route_table_id
}

resource "aws_customer_gateway" "office" {
  bgp_asn    = 65000
  ip_address = "203.0.113.9"
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "static" {
  customer_gateway_id = aws_customer_gateway.office.id
  vpn_gateway_id      = aws_vpn_gateway.main.id
  type                = "ipsec.1"
  static_routes_only  = true
}

resource "aws_vpn_connection" "dynamic" {
  customer_gateway_id = aws_customer_gateway.office.id
  vpn_gateway_id      = aws_vpn_gateway.dynamic.id
  type                = "ipsec.1"
}

resource "aws_vpn_connection_route" "office" {
  for_each               = toset(["192.168.10.0/24", "192.168.20.0/24"])
  destination_cidr_block = each.value
  vpn_connection_id      = aws_vpn_connection.static.id
}

resource "aws_ec2_transit_gateway" "here" {
  auto_accept_shared_attachments = "enable"
}

resource "aws_ec2_transit_gateway" "there" {
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id     = aws_ec2_transit_gateway.here.id
  vpc_id                 = aws_vpc.main.id
  subnet_ids             = [aws_subnet.main[0].id]
  appliance_mode_support = "enable"
}

resource "aws_vpn_connection" "hub" {
  customer_gateway_id = aws_customer_gateway.office.id
  transit_gateway_id  = aws_ec2_transit_gateway.here.id
  type                = "ipsec.1"
}

resource "aws_ec2_transit_gateway_connect" "appliance" {
  transit_gateway_id      = aws_ec2_transit_gateway.here.id
  transport_attachment_id = aws_ec2_transit_gateway_vpc_attachment.main.id
}

resource "aws_dx_gateway" "main" {
  name            = "main"
  amazon_side_asn = "64512"
}

resource "aws_dx_gateway_association" "hub" {
  dx_gateway_id         = aws_dx_gateway.main.id
  associated_gateway_id = aws_ec2_transit_gateway.here.id
  allowed_prefixes      = ["10.0.0.0/16"]
}

data "aws_ec2_transit_gateway_dx_gateway_attachment" "hub" {
  transit_gateway_id = aws_ec2_transit_gateway.here.id
  dx_gateway_id      = aws_dx_gateway.main.id
  depends_on         = [aws_dx_gateway_association.hub]
}

resource "aws_ec2_transit_gateway_peering_attachment" "there" {
  transit_gateway_id      = aws_ec2_transit_gateway.here.id
  peer_transit_gateway_id = aws_ec2_transit_gateway.there.id
  peer_region             = "eu-west-1"
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "there" {
  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.there.id
}

resource "aws_ec2_transit_gateway_route" "to_there" {
  destination_cidr_block         = "10.200.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment.there.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway.here.association_default_route_table_id
}

resource "aws_ec2_transit_gateway_route" "back" {
  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.there.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway.there.association_default_route_table_id
}

resource "aws_ec2_managed_prefix_list" "office" {
  name           = "office"
  address_family = "IPv4"
  max_entries    = 2
  entry {
    cidr = "192.168.30.0/24"
  }
}

resource "aws_ec2_transit_gateway_route_table" "inspection" {
  transit_gateway_id = aws_ec2_transit_gateway.here.id
}

resource "aws_ec2_transit_gateway_route_table_association" "direct_connect" {
  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_dx_gateway_attachment.hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.inspection.id
  replace_existing_association   = true
}

resource "aws_ec2_transit_gateway_prefix_list_reference" "office" {
  prefix_list_id                 = aws_ec2_managed_prefix_list.office.id
  transit_gateway_attachment_id  = aws_vpn_connection.hub.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.inspection.id
}

resource "aws_ec2_transit_gateway_prefix_list_reference" "dropped" {
  prefix_list_id                 = aws_ec2_managed_prefix_list.office.id
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway.there.association_default_route_table_id
}
