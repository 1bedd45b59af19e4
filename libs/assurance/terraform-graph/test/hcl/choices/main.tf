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
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/deploy"
  }
}

variable "first" {
  default = true
}

variable "ports" {
  default = [443, 8443]
}

module "alone" {
  source = "./alone"
}

resource "aws_vpc" "one" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "two" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_internet_gateway" "one" {
  vpc_id = aws_vpc.one.id
}

resource "aws_subnet" "one" {
  count      = 2
  vpc_id     = aws_vpc.one.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_subnet" "two" {
  vpc_id     = element([aws_vpc.one.id, aws_vpc.two.id], 1)
  cidr_block = "10.1.0.0/24"
}

resource "aws_security_group" "conditional" {
  name   = "conditional"
  vpc_id = var.first ? aws_vpc.one.id : aws_vpc.two.id
}

resource "aws_security_group" "dynamic" {
  name   = "dynamic"
  vpc_id = aws_vpc.one.id

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port       = ingress.value
      to_port         = ingress.value
      protocol        = "tcp"
      security_groups = [aws_security_group.conditional.id]
    }
  }
}

resource "aws_network_interface" "conditional" {
  subnet_id       = aws_subnet.one[0].id
  security_groups = var.first ? [aws_security_group.conditional.id] : []
}

resource "aws_network_interface" "either" {
  subnet_id       = aws_subnet.one[(length(var.ports) + 1) % 2].id
  security_groups = var.first ? [aws_security_group.conditional.id] : [aws_security_group.dynamic.id]
}

resource "aws_lb" "mapped" {
  name               = "mapped"
  internal           = true
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = aws_subnet.one[0].id
  }
  subnet_mapping {
    subnet_id = aws_subnet.one[1].id
  }
}

resource "aws_lb" "pinned" {
  name               = "pinned"
  internal           = true
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id            = aws_subnet.one[0].id
    private_ipv4_address = "10.0.0.10"
  }
  subnet_mapping {
    subnet_id            = aws_subnet.one[1].id
    private_ipv4_address = "10.0.1.10"
  }
}

resource "aws_lb" "dynamic" {
  name               = "dynamic"
  internal           = true
  load_balancer_type = "network"
  dynamic "subnet_mapping" {
    for_each = aws_subnet.one
    content {
      subnet_id = subnet_mapping.value.id
    }
  }
}

resource "aws_route_table" "inline" {
  vpc_id = aws_vpc.one.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.one.id
  }
  route {
    cidr_block                = "10.1.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.both.id
  }
}

resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.one.id
  peer_vpc_id = aws_vpc.two.id
}

resource "aws_default_security_group" "one" {
  vpc_id = aws_vpc.one.id
}

resource "aws_default_route_table" "one" {
  default_route_table_id = aws_vpc.one.default_route_table_id
}

data "aws_vpc" "read" {
  id = aws_vpc.two.id
}

resource "aws_subnet" "read" {
  vpc_id     = data.aws_vpc.read.id
  cidr_block = "10.1.1.0/24"
}
