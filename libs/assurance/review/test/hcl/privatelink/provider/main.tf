terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "consumers" { type = set(string) }
variable "enforced" { type = bool }
variable "consumer_range" { type = string }

resource "aws_vpc" "this" {
  cidr_block = "10.50.0.0/16"
}

resource "aws_subnet" "this" {
  for_each             = { use1-az1 = "10.50.1.0/24", use1-az2 = "10.50.2.0/24" }
  vpc_id               = aws_vpc.this.id
  availability_zone_id = each.key
  cidr_block           = each.value
}

resource "aws_security_group" "balancer" {
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = var.consumer_range
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  security_group_id            = aws_security_group.balancer.id
  referenced_security_group_id = aws_security_group.service.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
}

resource "aws_security_group" "service" {
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  security_group_id            = aws_security_group.service.id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
}

resource "aws_lb" "this" {
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = [for subnet in aws_subnet.this : subnet.id]
  security_groups                                              = [aws_security_group.balancer.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = var.enforced ? "on" : "off"
}

resource "aws_lb_target_group" "this" {
  port        = 8443
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = aws_vpc.this.id
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_network_interface" "service" {
  for_each        = aws_subnet.this
  subnet_id       = each.value.id
  private_ips     = [cidrhost(each.value.cidr_block, 10)]
  security_groups = [aws_security_group.service.id]
}

resource "aws_lb_target_group_attachment" "this" {
  for_each         = aws_subnet.this
  target_group_arn = aws_lb_target_group.this.arn
  target_id        = cidrhost(each.value.cidr_block, 10)
}

resource "aws_vpc_endpoint_service" "this" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.this.arn]
}

resource "aws_vpc_endpoint_service_allowed_principal" "this" {
  for_each                = var.consumers
  vpc_endpoint_service_id = aws_vpc_endpoint_service.this.id
  principal_arn           = "arn:aws:iam::${each.value}:root"
}

output "service_id" { value = aws_vpc_endpoint_service.this.id }
output "service_name" { value = aws_vpc_endpoint_service.this.service_name }
