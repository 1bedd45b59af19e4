terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
variable "cidr" {}
variable "zones" {}
variable "services" {
  type = list(string)
}

data "aws_region" "here" {}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

module "subnets" {
  source = "./subnets"
  vpc    = aws_vpc.this
  zones  = var.zones
}

resource "aws_security_group" "endpoints" {
  name   = "endpoints"
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_endpoint" "interface" {
  for_each           = toset(var.services)
  vpc_id             = aws_vpc.this.id
  service_name       = "com.amazonaws.${data.aws_region.here.name}.${each.key}"
  vpc_endpoint_type  = "Interface"
  subnet_ids         = values(module.subnets.all)[*].id
  security_group_ids = [aws_security_group.endpoints.id]
}

resource "aws_route_table" "isolated" {
  for_each = var.zones
  vpc_id   = aws_vpc.this.id
}

resource "aws_route_table_association" "isolated" {
  for_each       = var.zones
  route_table_id = aws_route_table.isolated[each.key].id
  subnet_id      = module.subnets.all[each.key].id
}

resource "aws_ec2_tag" "vpc" {
  for_each    = aws_route_table.isolated
  resource_id = each.value.id
  key         = "zone"
  value       = each.key
}

output "vpc_id" {
  value = aws_vpc.this.id
}
output "subnets" {
  value = module.subnets.all
}
output "subnet_ids" {
  value = { for k, s in module.subnets.all : k => s.id }
}
output "endpoint_group" {
  value = aws_security_group.endpoints.id
}
output "endpoint_ids" {
  value = { for k, e in aws_vpc_endpoint.interface : k => e.id }
}
