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
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_internet_gateway" "main" {}

resource "aws_internet_gateway_attachment" "main" {
  internet_gateway_id = aws_internet_gateway.main.id
  vpc_id              = aws_vpc.main.id
}

resource "aws_default_network_acl" "main" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = -1
    cidr_block = "10.0.0.0/8"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_default_security_group.main.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_subnet" "main" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_ec2_transit_gateway" "main" {}

resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.main.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.main.id]
}

resource "aws_route" "literal" {
  route_table_id         = "rtb-0a1b2c3d4e5f60718"
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = "tgw-0a1b2c3d4e5f60718"
}

resource "aws_security_group" "literal" {
  name   = "literal"
  vpc_id = "vpc-0a1b2c3d4e5f60718"
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "literal" {
  security_group_id            = "sg-0a1b2c3d4e5f60718"
  referenced_security_group_id = "111122223333/sg-0a1b2c3d4e5f60719"
  ip_protocol                  = "udp"
  from_port                    = 53
  to_port                      = 53
}

resource "aws_network_acl_association" "literal" {
  network_acl_id = aws_vpc.main.default_network_acl_id
  subnet_id      = "subnet-0a1b2c3d4e5f60718"
}

variable "wide" {
  default = true
}

variable "secret_range" {
  default   = "10.77.0.0/16"
  sensitive = true
}

resource "aws_route_table" "either" {
  count  = 2
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "either" {
  route_table_id         = var.wide ? aws_route_table.either[0].id : aws_route_table.either[1].id
  destination_cidr_block = "192.168.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.main.id
}

resource "aws_subnet" "either" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${count.index + 2}.0/24"
  availability_zone = "eu-central-1b"
}

resource "aws_route_table_association" "either" {
  subnet_id      = var.wide ? aws_subnet.either[0].id : aws_subnet.either[1].id
  route_table_id = aws_route_table.either[0].id
}

resource "aws_security_group" "either" {
  count  = 2
  name   = "either-${count.index}"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "either" {
  security_group_id = var.wide ? aws_security_group.either[0].id : aws_security_group.either[1].id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_ingress_rule" "secret" {
  security_group_id = aws_security_group.either[0].id
  cidr_ipv4         = var.secret_range
  ip_protocol       = "-1"
}

resource "aws_network_acl" "either" {
  count  = 2
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_rule" "either" {
  network_acl_id = var.wide ? aws_network_acl.either[0].id : aws_network_acl.either[1].id
  rule_number    = 100
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "10.0.0.0/8"
}

resource "aws_network_acl_rule" "literal" {
  network_acl_id = "acl-0a1b2c3d4e5f60718"
  rule_number    = 1
  protocol       = "udp"
  rule_action    = "allow"
  cidr_block     = "10.0.0.0/8"
  from_port      = 53
  to_port        = 53
}
