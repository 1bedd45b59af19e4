terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

locals {
  spokes = {
    production  = { cidr = "10.1.0.0/16", reaches = ["10.0.0.0/8", "192.168.0.0/16"], admits = ["10.0.0.0/8"] }
    development = { cidr = "10.2.0.0/16", reaches = ["10.0.0.0/8"], admits = ["10.0.0.0/8"] }
    shared      = { cidr = "10.9.0.0/16", reaches = ["10.0.0.0/8", "192.168.0.0/16"], admits = ["10.0.0.0/8", "192.168.0.0/16"] }
    # Has the route to the others, and nobody has the one back.
    forgotten = { cidr = "10.7.0.0/16", reaches = ["10.0.0.0/8"], admits = ["10.0.0.0/8"] }
  }
}

resource "aws_ec2_transit_gateway" "hub" {
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

module "spoke" {
  source             = "./spoke"
  for_each           = local.spokes
  name               = each.key
  cidr               = each.value.cidr
  reaches            = each.value.reaches
  admits             = each.value.admits
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

# The spokes see the shared services only; these see all of them.
resource "aws_ec2_transit_gateway_route_table" "spokes" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_ec2_transit_gateway_route_table" "shared" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_ec2_transit_gateway_route_table_association" "spoke" {
  for_each                       = { for name in ["production", "development", "forgotten"] : name => module.spoke[name].attachment_id }
  transit_gateway_attachment_id  = each.value
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "shared" {
  transit_gateway_attachment_id  = module.spoke["shared"].attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.shared.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "shared_to_spokes" {
  transit_gateway_attachment_id  = module.spoke["shared"].attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "to_shared" {
  for_each                       = { for name in ["production", "development", "shared"] : name => module.spoke[name].attachment_id }
  transit_gateway_attachment_id  = each.value
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.shared.id
}

# The branch comes over a VPN, but for its guests.
resource "aws_customer_gateway" "branch" {
  bgp_asn    = 65000
  ip_address = "203.0.113.10"
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "branch" {
  customer_gateway_id = aws_customer_gateway.branch.id
  transit_gateway_id  = aws_ec2_transit_gateway.hub.id
  type                = "ipsec.1"
  static_routes_only  = true
}

resource "aws_ec2_transit_gateway_route_table_association" "branch" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.shared.id
}

resource "aws_ec2_transit_gateway_route" "branch" {
  destination_cidr_block         = "192.168.0.0/16"
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.shared.id
}

resource "aws_ec2_transit_gateway_route" "guests" {
  destination_cidr_block         = "192.168.66.0/24"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.shared.id
}
