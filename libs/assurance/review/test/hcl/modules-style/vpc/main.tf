variable "name" { type = string }
variable "create_vpc" {
  type    = bool
  default = true
}
variable "cidr" { type = string }
variable "azs" { type = list(string) }
variable "secondary_cidr_blocks" {
  type    = list(string)
  default = []
}
variable "public_subnets" {
  type    = list(string)
  default = []
}
variable "private_subnets" {
  type    = list(string)
  default = []
}
variable "database_subnets" {
  type    = list(string)
  default = []
}
variable "intra_subnets" {
  type    = list(string)
  default = []
}
variable "enable_nat_gateway" {
  type    = bool
  default = false
}
variable "single_nat_gateway" {
  type    = bool
  default = false
}
variable "manage_default_network_acl" {
  type    = bool
  default = true
}
variable "default_network_acl_ingress" {
  type = list(map(string))
  default = [
    { rule_no = 100, action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" },
    { rule_no = 101, action = "allow", from_port = 0, to_port = 0, protocol = "-1", ipv6_cidr_block = "::/0" },
  ]
}

locals {
  len_public   = length(var.public_subnets)
  len_private  = length(var.private_subnets)
  len_database = length(var.database_subnets)
  len_intra    = length(var.intra_subnets)
  max_subnets  = max(local.len_private, local.len_public, local.len_database)

  vpc_id            = try(aws_vpc_ipv4_cidr_block_association.this[0].vpc_id, aws_vpc.this[0].id, "")
  create_vpc        = var.create_vpc
  nat_gateway_count = var.single_nat_gateway ? 1 : local.max_subnets
  create_public     = local.create_vpc && local.len_public > 0
}

resource "aws_vpc" "this" {
  count                = local.create_vpc ? 1 : 0
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = merge({ "Name" = var.name }, {})
}

resource "aws_vpc_ipv4_cidr_block_association" "this" {
  count      = local.create_vpc && length(var.secondary_cidr_blocks) > 0 ? length(var.secondary_cidr_blocks) : 0
  vpc_id     = aws_vpc.this[0].id
  cidr_block = element(var.secondary_cidr_blocks, count.index)
}

resource "aws_default_security_group" "this" {
  count  = local.create_vpc ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}

resource "aws_default_network_acl" "this" {
  count                  = local.create_vpc && var.manage_default_network_acl ? 1 : 0
  default_network_acl_id = aws_vpc.this[0].default_network_acl_id
  subnet_ids             = null
  dynamic "ingress" {
    for_each = var.default_network_acl_ingress
    content {
      action          = ingress.value.action
      cidr_block      = lookup(ingress.value, "cidr_block", null)
      from_port       = ingress.value.from_port
      ipv6_cidr_block = lookup(ingress.value, "ipv6_cidr_block", null)
      protocol        = ingress.value.protocol
      rule_no         = ingress.value.rule_no
      to_port         = ingress.value.to_port
    }
  }
  dynamic "egress" {
    for_each = var.default_network_acl_ingress
    content {
      action          = egress.value.action
      cidr_block      = lookup(egress.value, "cidr_block", null)
      from_port       = egress.value.from_port
      ipv6_cidr_block = lookup(egress.value, "ipv6_cidr_block", null)
      protocol        = egress.value.protocol
      rule_no         = egress.value.rule_no
      to_port         = egress.value.to_port
    }
  }
  lifecycle {
    ignore_changes = [subnet_ids]
  }
}

resource "aws_default_route_table" "default" {
  count                  = local.create_vpc ? 1 : 0
  default_route_table_id = aws_vpc.this[0].default_route_table_id
}

resource "aws_subnet" "public" {
  count                   = local.create_public ? local.len_public : 0
  vpc_id                  = local.vpc_id
  cidr_block              = element(concat(var.public_subnets, [""]), count.index)
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) == 0 ? element(var.azs, count.index) : null
  map_public_ip_on_launch = false
}

resource "aws_route_table" "public" {
  count  = local.create_public ? 1 : 0
  vpc_id = local.vpc_id
}

resource "aws_route_table_association" "public" {
  count          = local.create_public ? local.len_public : 0
  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = element(aws_route_table.public[*].id, 0)
}

resource "aws_route" "public_internet_gateway" {
  count                  = local.create_public ? 1 : 0
  route_table_id         = aws_route_table.public[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
  timeouts {
    create = "5m"
  }
}

resource "aws_subnet" "private" {
  count             = local.create_vpc ? local.len_private : 0
  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.private_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)
}

resource "aws_route_table" "private" {
  count  = local.create_vpc && local.max_subnets > 0 ? local.nat_gateway_count : 0
  vpc_id = local.vpc_id
}

resource "aws_route_table_association" "private" {
  count          = local.create_vpc ? local.len_private : 0
  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

resource "aws_subnet" "database" {
  count             = local.create_vpc ? local.len_database : 0
  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.database_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)
}

resource "aws_route_table_association" "database" {
  count          = local.create_vpc ? local.len_database : 0
  subnet_id      = element(aws_subnet.database[*].id, count.index)
  route_table_id = element(coalescelist([], aws_route_table.private[*].id), var.single_nat_gateway ? 0 : count.index)
}

resource "aws_subnet" "intra" {
  count             = local.create_vpc ? local.len_intra : 0
  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.intra_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)
}

resource "aws_route_table" "intra" {
  count  = local.create_vpc && local.len_intra > 0 ? 1 : 0
  vpc_id = local.vpc_id
}

resource "aws_route_table_association" "intra" {
  count          = local.create_vpc ? local.len_intra : 0
  subnet_id      = element(aws_subnet.intra[*].id, count.index)
  route_table_id = element(aws_route_table.intra[*].id, 0)
}

resource "aws_internet_gateway" "this" {
  count  = local.create_public ? 1 : 0
  vpc_id = local.vpc_id
}

locals {
  nat_gateway_ips = try(aws_eip.nat[*].id, [])
}

resource "aws_eip" "nat" {
  count      = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0
  domain     = "vpc"
  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  count         = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0
  allocation_id = element(local.nat_gateway_ips, var.single_nat_gateway ? 0 : count.index)
  subnet_id     = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route" "private_nat_gateway" {
  count                  = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0
  route_table_id         = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)
}

output "vpc_id" {
  value = try(aws_vpc.this[0].id, null)
}
output "public_subnets" {
  value = aws_subnet.public[*].id
}
output "private_subnets" {
  value = aws_subnet.private[*].id
}
output "database_subnets" {
  value = aws_subnet.database[*].id
}
output "intra_subnets" {
  value = aws_subnet.intra[*].id
}
