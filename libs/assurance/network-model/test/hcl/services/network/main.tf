variable "cidr" {}
variable "zones" {
  type = map(number)
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "this" {
  for_each                = var.zones
  vpc_id                  = aws_vpc.this.id
  cidr_block              = cidrsubnet(var.cidr, 8, each.value)
  availability_zone       = "eu-central-1${each.key}"
  map_public_ip_on_launch = each.key == "c"
}

resource "aws_route_table" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group" "this" {
  for_each = toset(["callers", "service", "balancer"])
  name     = each.key
  vpc_id   = aws_vpc.this.id
}

output "vpc" {
  value = aws_vpc.this.id
}

output "subnets" {
  value = { for zone, subnet in aws_subnet.this : zone => subnet.id }
}

output "groups" {
  value = { for name, group in aws_security_group.this : name => group.id }
}

output "route_table" {
  value = aws_route_table.this.id
}
