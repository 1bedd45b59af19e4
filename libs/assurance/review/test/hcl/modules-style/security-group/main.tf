variable "create" {
  type    = bool
  default = true
}
variable "create_sg" {
  type    = bool
  default = true
}
variable "security_group_id" {
  type    = string
  default = null
}
variable "use_name_prefix" {
  type    = bool
  default = true
}
variable "name" { type = string }
variable "vpc_id" { type = string }
variable "ingress_rules" {
  type    = list(string)
  default = []
}
variable "ingress_cidr_blocks" {
  type    = list(string)
  default = []
}
variable "egress_rules" {
  type    = list(string)
  default = []
}
variable "ingress_with_self" {
  type    = list(string)
  default = []
}
variable "computed_ingress_with_source_security_group_id" {
  type    = list(map(string))
  default = []
}
variable "number_of_computed_ingress_with_source_security_group_id" {
  type    = number
  default = 0
}
variable "rules" {
  type = map(list(any))
  default = {
    https-443-tcp  = [443, 443, "tcp", "HTTPS"]
    http-8080-tcp  = [8080, 8080, "tcp", "HTTP"]
    postgresql-tcp = [5432, 5432, "tcp", "PostgreSQL"]
    all-all        = [-1, -1, "-1", "All protocols"]
    _              = ["", "", ""]
  }
}

locals {
  create     = var.create
  this_sg_id = var.create_sg ? concat(aws_security_group.this.*.id, aws_security_group.this_name_prefix.*.id, [""])[0] : var.security_group_id
}

resource "aws_security_group" "this" {
  count       = local.create && var.create_sg && !var.use_name_prefix ? 1 : 0
  name        = var.name
  description = "Security Group managed by Terraform"
  vpc_id      = var.vpc_id
}

resource "aws_security_group" "this_name_prefix" {
  count       = local.create && var.create_sg && var.use_name_prefix ? 1 : 0
  name_prefix = "${var.name}-"
  description = "Security Group managed by Terraform"
  vpc_id      = var.vpc_id
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group_rule" "ingress_rules" {
  count             = local.create ? length(var.ingress_rules) : 0
  security_group_id = local.this_sg_id
  type              = "ingress"
  cidr_blocks       = var.ingress_cidr_blocks
  description       = var.rules[var.ingress_rules[count.index]][3]
  from_port         = var.rules[var.ingress_rules[count.index]][0]
  to_port           = var.rules[var.ingress_rules[count.index]][1]
  protocol          = var.rules[var.ingress_rules[count.index]][2]
}

resource "aws_security_group_rule" "computed_ingress_with_source_security_group_id" {
  count                    = local.create ? var.number_of_computed_ingress_with_source_security_group_id : 0
  security_group_id        = local.this_sg_id
  type                     = "ingress"
  source_security_group_id = var.computed_ingress_with_source_security_group_id[count.index]["source_security_group_id"]
  description              = lookup(var.computed_ingress_with_source_security_group_id[count.index], "description", "Ingress Rule")
  from_port = lookup(
    var.computed_ingress_with_source_security_group_id[count.index], "from_port",
    var.rules[lookup(var.computed_ingress_with_source_security_group_id[count.index], "rule", "_")][0],
  )
  to_port = lookup(
    var.computed_ingress_with_source_security_group_id[count.index], "to_port",
    var.rules[lookup(var.computed_ingress_with_source_security_group_id[count.index], "rule", "_")][1],
  )
  protocol = lookup(
    var.computed_ingress_with_source_security_group_id[count.index], "protocol",
    var.rules[lookup(var.computed_ingress_with_source_security_group_id[count.index], "rule", "_")][2],
  )
}

resource "aws_security_group_rule" "ingress_with_self" {
  count             = local.create ? length(var.ingress_with_self) : 0
  security_group_id = local.this_sg_id
  type              = "ingress"
  self              = true
  from_port         = var.rules[var.ingress_with_self[count.index]][0]
  to_port           = var.rules[var.ingress_with_self[count.index]][1]
  protocol          = var.rules[var.ingress_with_self[count.index]][2]
}

resource "aws_security_group_rule" "egress_rules" {
  count             = local.create ? length(var.egress_rules) : 0
  security_group_id = local.this_sg_id
  type              = "egress"
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
  from_port         = var.rules[var.egress_rules[count.index]][0]
  to_port           = var.rules[var.egress_rules[count.index]][1]
  protocol          = var.rules[var.egress_rules[count.index]][2]
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, aws_security_group.this_name_prefix[0].id, "")
}
