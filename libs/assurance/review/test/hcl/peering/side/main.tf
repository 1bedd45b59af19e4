terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "cidr" { type = string }
variable "zones" { type = list(string) }

resource "aws_vpc" "this" {
  cidr_block                       = var.cidr
  assign_generated_ipv6_cidr_block = true
}

resource "aws_subnet" "this" {
  count             = length(var.zones)
  vpc_id            = aws_vpc.this.id
  availability_zone = var.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr, 8, count.index)
}

resource "aws_route_table" "this" {
  count  = length(var.zones)
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table_association" "this" {
  count          = length(var.zones)
  subnet_id      = aws_subnet.this[count.index].id
  route_table_id = aws_route_table.this[count.index].id
}

output "vpc_id" { value = aws_vpc.this.id }
output "subnet_ids" { value = aws_subnet.this[*].id }
output "route_table_ids" { value = aws_route_table.this[*].id }
