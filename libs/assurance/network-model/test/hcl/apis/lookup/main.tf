variable "vpcs" {
  type = map(string)
}

variable "subnets" {
  type = list(string)
}

# The zones of the landscape: a private one for both VPCs, and what is on-prem.

resource "aws_route53_zone" "internal" {
  name = "shop.internal"
  vpc {
    vpc_id = var.vpcs["provider"]
  }
  lifecycle {
    ignore_changes = [vpc]
  }
}

resource "aws_route53_zone_association" "consumer" {
  zone_id = aws_route53_zone.internal.zone_id
  vpc_id  = var.vpcs["consumer"]
}

resource "aws_route53_resolver_endpoint" "outbound" {
  direction          = "OUTBOUND"
  security_group_ids = [aws_security_group.resolver.id]
  dynamic "ip_address" {
    for_each = var.subnets
    content {
      subnet_id = ip_address.value
    }
  }
}

resource "aws_security_group" "resolver" {
  name   = "resolver"
  vpc_id = var.vpcs["provider"]
}

resource "aws_route53_resolver_rule" "corporate" {
  domain_name          = "corp.example.com"
  rule_type            = "FORWARD"
  resolver_endpoint_id = aws_route53_resolver_endpoint.outbound.id
  target_ip {
    ip = "192.168.0.53"
  }
}

resource "aws_route53_resolver_rule_association" "this" {
  for_each         = var.vpcs
  resolver_rule_id = aws_route53_resolver_rule.corporate.id
  vpc_id           = each.value
}

output "zone" {
  value = aws_route53_zone.internal.zone_id
}
