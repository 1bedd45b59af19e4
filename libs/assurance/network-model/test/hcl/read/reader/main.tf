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

data "aws_vpc" "shared" {
  tags = { Name = "shared" }
}

data "aws_subnets" "shared" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.shared.id]
  }
}

data "aws_subnet" "shared" {
  vpc_id = data.aws_vpc.shared.id
  tags   = { Name = "shared-0" }
}

data "aws_route_table" "shared" {
  subnet_id = data.aws_subnet.shared.id
}

data "aws_security_group" "shared" {
  name   = "shared"
  vpc_id = data.aws_vpc.shared.id
}

data "aws_ec2_transit_gateway" "shared" {
  filter {
    name   = "tag:Name"
    values = ["shared"]
  }
}

data "aws_ec2_managed_prefix_list" "offices" {
  name = "offices"
}

resource "aws_subnet" "own" {
  vpc_id            = data.aws_vpc.shared.id
  cidr_block        = cidrsubnet(data.aws_vpc.shared.cidr_block, 8, 100)
  availability_zone = data.aws_subnet.shared.availability_zone
}

resource "aws_route_table_association" "own" {
  subnet_id      = aws_subnet.own.id
  route_table_id = data.aws_route_table.shared.id
}

resource "aws_route" "own" {
  route_table_id         = data.aws_route_table.shared.id
  destination_cidr_block = "10.8.0.0/16"
  transit_gateway_id     = data.aws_ec2_transit_gateway.shared.id
}

resource "aws_security_group" "own" {
  name   = "own"
  vpc_id = data.aws_vpc.shared.id
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [data.aws_security_group.shared.id]
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.offices.id]
  }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "own" {
  transit_gateway_id = data.aws_ec2_transit_gateway.shared.id
  vpc_id             = data.aws_vpc.shared.id
  subnet_ids         = [aws_subnet.own.id]
}
