variable "name" {}
variable "cidr" {}
variable "zones" { type = map(number) }
variable "transit_gateway_id" {}
variable "internal" { type = list(string) }

resource "aws_vpc" "this" {
  cidr_block = var.cidr
  tags       = { Name = var.name }
}

resource "aws_vpc_ipv4_cidr_block_association" "extra" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "100.64.${var.zones["a"]}.0/24"
}

resource "aws_subnet" "workload" {
  for_each          = var.zones
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, each.value)
  availability_zone = "eu-central-1${each.key}"
}

resource "aws_subnet" "attachment" {
  for_each          = var.zones
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 12, 4000 + each.value)
  availability_zone = "eu-central-1${each.key}"
}

resource "aws_route_table" "workload" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route" "internal" {
  for_each               = toset(var.internal)
  route_table_id         = aws_route_table.workload.id
  destination_cidr_block = each.value
  transit_gateway_id     = var.transit_gateway_id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.this]
}

resource "aws_route_table_association" "workload" {
  for_each       = aws_subnet.workload
  subnet_id      = each.value.id
  route_table_id = aws_route_table.workload.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  transit_gateway_id                              = var.transit_gateway_id
  vpc_id                                          = aws_vpc.this.id
  subnet_ids                                      = [for s in aws_subnet.attachment : s.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
}

resource "aws_security_group" "workload" {
  name   = "${var.name}-workload"
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each          = toset(var.internal)
  security_group_id = aws_security_group.workload.id
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.workload.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_security_group" "database" {
  name   = "${var.name}-database"
  vpc_id = aws_vpc.this.id
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.workload.id]
    self            = true
  }
}

output "vpc_id" { value = aws_vpc.this.id }
output "attachment_id" { value = aws_ec2_transit_gateway_vpc_attachment.this.id }
output "route_table_id" { value = aws_route_table.workload.id }
