variable "create" {
  type    = bool
  default = true
}
variable "name" { type = string }
variable "vpc_id" { type = string }
variable "subnets" { type = list(string) }
variable "security_groups" {
  type    = list(string)
  default = []
}
variable "listeners" { type = any }
variable "target_groups" { type = any }

resource "aws_lb" "this" {
  count              = var.create ? 1 : 0
  name               = var.name
  internal           = null
  load_balancer_type = "application"
  security_groups    = var.security_groups
  dynamic "subnet_mapping" {
    for_each = []
    content {
      subnet_id = subnet_mapping.value.subnet_id
    }
  }
  subnets = var.subnets
}

resource "aws_lb_listener" "this" {
  for_each          = { for k, v in var.listeners : k => v if var.create }
  load_balancer_arn = aws_lb.this[0].arn
  port              = try(each.value.port, 443)
  protocol          = try(each.value.protocol, "HTTPS")
  certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  dynamic "default_action" {
    for_each = try([each.value.fixed_response], [])
    content {
      type = "fixed-response"
      fixed_response {
        content_type = default_action.value.content_type
      }
    }
  }
  dynamic "default_action" {
    for_each = try([each.value.target_group_key], [])
    content {
      type             = "forward"
      target_group_arn = try(aws_lb_target_group.this[default_action.value].arn, null)
    }
  }
}

resource "aws_lb_target_group" "this" {
  for_each    = { for k, v in var.target_groups : k => v if var.create }
  name        = each.key
  port        = try(each.value.target_type, null) == "lambda" ? null : try(each.value.port, 80)
  protocol    = each.value.protocol
  target_type = try(each.value.target_type, null)
  vpc_id      = try(each.value.vpc_id, var.vpc_id)
}

locals {
  attachments = merge([for group, v in var.target_groups : { for k, id in v.targets : "${group}-${k}" => { group = group, id = id } }]...)
}

resource "aws_lb_target_group_attachment" "this" {
  for_each         = { for k, v in local.attachments : k => v if var.create }
  target_group_arn = aws_lb_target_group.this[each.value.group].arn
  target_id        = each.value.id
  port             = try(each.value.port, var.target_groups[each.value.group].port)
}
