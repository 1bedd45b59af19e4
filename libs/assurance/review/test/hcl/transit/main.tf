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
  region = "eu-central-1"
}

# Centralised egress and isolated spokes, one without a way back, one attached in one zone only.
locals {
  spokes = {
    a = { cidr = "10.1.0.0/16", zones = ["eu-central-1a", "eu-central-1b"], attached = ["eu-central-1a", "eu-central-1b"] }
    b = { cidr = "10.2.0.0/16", zones = ["eu-central-1a", "eu-central-1b"], attached = ["eu-central-1a"] }
    c = { cidr = "10.3.0.0/16", zones = ["eu-central-1a"], attached = ["eu-central-1a"] }
  }
}

resource "aws_ec2_transit_gateway" "this" {
  description                     = "hub"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

module "spoke" {
  for_each           = local.spokes
  source             = "./spoke"
  name               = each.key
  cidr               = each.value.cidr
  zones              = each.value.zones
  attached           = each.value.attached
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_vpc" "egress" {
  cidr_block = "10.100.0.0/16"
}

resource "aws_internet_gateway" "egress" {
  vpc_id = aws_vpc.egress.id
}

resource "aws_subnet" "egress" {
  for_each          = { public = "10.100.0.0/24", transit = "10.100.1.0/24" }
  vpc_id            = aws_vpc.egress.id
  cidr_block        = each.value
  availability_zone = "eu-central-1a"
}

resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "egress" {
  subnet_id     = aws_subnet.egress["public"].id
  allocation_id = aws_eip.nat.id
}

resource "aws_route_table" "egress_public" {
  vpc_id = aws_vpc.egress.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.egress.id
  }
  # b and c were forgotten: replies to them do not come back.
  route {
    cidr_block         = "10.1.0.0/16"
    transit_gateway_id = aws_ec2_transit_gateway.this.id
  }
}

resource "aws_route_table" "egress_transit" {
  vpc_id = aws_vpc.egress.id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.egress.id
  }
}

resource "aws_route_table_association" "egress" {
  for_each       = { public = aws_route_table.egress_public.id, transit = aws_route_table.egress_transit.id }
  subnet_id      = aws_subnet.egress[each.key].id
  route_table_id = each.value
}

resource "aws_ec2_transit_gateway_vpc_attachment" "egress" {
  vpc_id                                          = aws_vpc.egress.id
  transit_gateway_id                              = aws_ec2_transit_gateway.this.id
  subnet_ids                                      = [aws_subnet.egress["transit"].id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
}

resource "aws_ec2_transit_gateway_route_table" "spokes" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table" "egress" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table_association" "spokes" {
  for_each                       = module.spoke
  transit_gateway_attachment_id  = each.value.attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "egress" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.egress.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "egress" {
  for_each                       = module.spoke
  transit_gateway_attachment_id  = each.value.attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.egress.id
}

resource "aws_ec2_transit_gateway_route" "default" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

# Spokes are kept apart, although the default route would lead one to the other by the egress VPC.
resource "aws_ec2_transit_gateway_route" "apart" {
  for_each                       = toset(["10.0.0.0/8", "192.168.0.0/16"])
  destination_cidr_block         = each.value
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

# Overlaps with a, and is peered with nobody but c.
resource "aws_vpc" "legacy" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "legacy" {
  vpc_id            = aws_vpc.legacy.id
  cidr_block        = "10.1.7.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_vpc_peering_connection" "legacy" {
  vpc_id      = module.spoke["c"].vpc_id
  peer_vpc_id = aws_vpc.legacy.id
  auto_accept = true
}

resource "aws_route" "c_to_legacy" {
  route_table_id            = module.spoke["c"].route_table_id
  destination_cidr_block    = "10.1.7.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.legacy.id
}

resource "aws_route" "legacy_to_c" {
  route_table_id            = aws_vpc.legacy.main_route_table_id
  destination_cidr_block    = "10.3.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.legacy.id
}

# Legacy would like to use c's way out: peerings are not transitive.
resource "aws_route" "legacy_out" {
  route_table_id            = aws_vpc.legacy.main_route_table_id
  destination_cidr_block    = "0.0.0.0/0"
  vpc_peering_connection_id = aws_vpc_peering_connection.legacy.id
}

resource "aws_default_security_group" "legacy" {
  vpc_id = aws_vpc.legacy.id
  ingress {
    protocol    = -1
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    protocol    = -1
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "legacy" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.legacy.id
}
