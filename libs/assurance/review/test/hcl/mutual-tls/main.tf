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
}

locals {
  zones = { a = 0, b = 1 }
  # Both listeners lead to the API; only one of them asks for a certificate.
  listeners   = { 443 = "verify", 8443 = "off" }
  trust_store = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:truststore/callers/0123456789abcdef"
}

resource "aws_vpc" "edge" {
  cidr_block           = "10.70.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "edge" {
  for_each          = local.zones
  vpc_id            = aws_vpc.edge.id
  availability_zone = "eu-central-1${each.key}"
  cidr_block        = "10.70.${each.value}.0/24"
}

resource "aws_security_group" "callers" {
  vpc_id = aws_vpc.edge.id
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = [aws_vpc.edge.cidr_block]
  }
}

resource "aws_security_group" "balancer" {
  vpc_id = aws_vpc.edge.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.callers.id]
  }
  egress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.endpoint.id]
  }
}

resource "aws_security_group" "endpoint" {
  vpc_id = aws_vpc.edge.id
}

resource "aws_vpc_security_group_ingress_rule" "endpoint" {
  security_group_id            = aws_security_group.endpoint.id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

# Meant for something else, with the callers' own group at the door.
resource "aws_security_group" "bypass" {
  vpc_id = aws_vpc.edge.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.callers.id]
  }
}

resource "aws_vpc_endpoint" "api" {
  vpc_id              = aws_vpc.edge.id
  service_name        = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for subnet in aws_subnet.edge : subnet.id]
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = false

  dynamic "subnet_configuration" {
    for_each = aws_subnet.edge
    content {
      subnet_id = subnet_configuration.value.id
      ipv4      = cidrhost(subnet_configuration.value.cidr_block, 10)
    }
  }
}

resource "aws_vpc_endpoint" "bypass" {
  vpc_id              = aws_vpc.edge.id
  service_name        = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for subnet in aws_subnet.edge : subnet.id]
  security_group_ids  = [aws_security_group.bypass.id]
  private_dns_enabled = false
}

resource "aws_lb" "edge" {
  internal        = true
  subnets         = [for subnet in aws_subnet.edge : subnet.id]
  security_groups = [aws_security_group.balancer.id]
}

resource "aws_lb_target_group" "api" {
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.edge.id
  health_check {
    protocol = "HTTPS"
    matcher  = "403"
  }
}

resource "aws_lb_target_group_attachment" "api" {
  for_each         = aws_subnet.edge
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = cidrhost(each.value.cidr_block, 10)
}

resource "aws_lb_listener" "edge" {
  for_each          = local.listeners
  load_balancer_arn = aws_lb.edge.arn
  port              = each.key
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  mutual_authentication {
    mode            = each.value
    trust_store_arn = each.value == "verify" ? local.trust_store : null
  }
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = [aws_vpc_endpoint.api.id]
  }
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "orders", version = "1" }
    paths = {
      "/orders/{proxy+}" = {
        get = {
          responses = { "200" = { description = "an order" } }
          x-amazon-apigateway-integration = {
            type             = "mock"
            requestTemplates = { "application/json" = "{\"statusCode\": 200}" }
          }
        }
      }
    }
  })
}

resource "aws_api_gateway_rest_api_policy" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Everybody"
        Effect    = "Allow"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
      },
      {
        Sid       = "ButThroughTheLoadBalancer"
        Effect    = "Deny"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
        Condition = { StringNotEquals = { "aws:SourceVpce" = aws_vpc_endpoint.api.id } }
      }
    ]
  })
}

resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  triggers    = { body = sha1(aws_api_gateway_rest_api.orders.body), policy = sha1(aws_api_gateway_rest_api_policy.orders.policy) }
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = aws_api_gateway_deployment.orders.id
  stage_name    = "live"
}
