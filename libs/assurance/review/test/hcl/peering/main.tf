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

module "side" {
  source   = "./side"
  for_each = { left = "10.81.0.0/16", middle = "10.82.0.0/16", right = "10.83.0.0/16" }
  cidr     = each.value
  zones    = ["eu-central-1a", "eu-central-1b"]
}

resource "aws_vpc_peering_connection" "this" {
  for_each    = { left = "middle", right = "middle" }
  vpc_id      = module.side[each.key].vpc_id
  peer_vpc_id = module.side[each.value].vpc_id
  auto_accept = true
}

# Left and middle know each other in both zones. Right was forgotten in the middle's second zone.
resource "aws_route" "left_to_middle" {
  count                     = 2
  route_table_id            = module.side["left"].route_table_ids[count.index]
  destination_cidr_block    = "10.82.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.this["left"].id
}

resource "aws_route" "left_to_right" {
  count                     = 2
  route_table_id            = module.side["left"].route_table_ids[count.index]
  destination_cidr_block    = "10.83.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.this["left"].id
}

resource "aws_route" "middle_to_left" {
  count                      = 2
  route_table_id             = module.side["middle"].route_table_ids[count.index]
  destination_prefix_list_id = aws_ec2_managed_prefix_list.left.id
  vpc_peering_connection_id  = aws_vpc_peering_connection.this["left"].id
}

resource "aws_route" "middle_to_right" {
  route_table_id            = module.side["middle"].route_table_ids[0]
  destination_cidr_block    = "10.83.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.this["right"].id
}

resource "aws_route" "right_to_middle" {
  count                     = 2
  route_table_id            = module.side["right"].route_table_ids[count.index]
  destination_cidr_block    = "10.82.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.this["right"].id
}

resource "aws_ec2_managed_prefix_list" "left" {
  name           = "left"
  address_family = "IPv4"
  max_entries    = 4
  entry {
    cidr = "10.81.0.0/17"
  }
}

resource "aws_ec2_managed_prefix_list_entry" "left" {
  prefix_list_id = aws_ec2_managed_prefix_list.left.id
  cidr           = "10.81.128.0/17"
}

resource "aws_security_group" "client" {
  for_each = module.side
  vpc_id   = each.value.vpc_id
  egress {
    protocol    = "tcp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["10.80.0.0/14"]
  }
}

resource "aws_security_group" "server" {
  vpc_id = module.side["middle"].vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "by_group" {
  security_group_id            = aws_security_group.server.id
  referenced_security_group_id = aws_security_group.client["left"].id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_ingress_rule" "by_list" {
  security_group_id = aws_security_group.server.id
  prefix_list_id    = aws_ec2_managed_prefix_list.left.id
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
}

resource "aws_vpc_security_group_ingress_rule" "by_range" {
  security_group_id = aws_security_group.server.id
  cidr_ipv4         = "10.83.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 9443
  to_port           = 9443
}

resource "aws_instance" "client" {
  for_each               = module.side
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = each.value.subnet_ids[0]
  vpc_security_group_ids = [aws_security_group.client[each.key].id]
}

resource "aws_instance" "server" {
  count                  = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = module.side["middle"].subnet_ids[count.index]
  vpc_security_group_ids = [aws_security_group.server.id]
}
