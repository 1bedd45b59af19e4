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
  services = {
    orders   = { paths = ["/orders", "/orders/*"], priority = 10, port = 8080 }
    invoices = { paths = ["/invoices*"], priority = 20, port = 9090 }
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = ["eu-central-1a", "eu-central-1b"][count.index]
  cidr_block        = "10.30.${count.index}.0/24"
}

resource "aws_security_group" "link" {
  vpc_id = aws_vpc.main.id
  egress {
    protocol        = "tcp"
    from_port       = 80
    to_port         = 80
    security_groups = [aws_security_group.balancer.id]
  }
}

resource "aws_security_group" "balancer" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  security_group_id            = aws_security_group.balancer.id
  referenced_security_group_id = aws_security_group.link.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = aws_vpc.main.cidr_block
  ip_protocol       = "-1"
}

resource "aws_lb" "services" {
  internal        = true
  subnets         = aws_subnet.private[*].id
  security_groups = [aws_security_group.balancer.id]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.services.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_iam_role" "tasks" {
  name = "tasks"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

module "service" {
  source         = "./service"
  for_each       = local.services
  name           = each.key
  paths          = each.value.paths
  priority       = each.value.priority
  port           = each.value.port
  cluster        = aws_ecs_cluster.main.id
  listener_arn   = aws_lb_listener.http.arn
  vpc_id         = aws_vpc.main.id
  subnet_ids     = aws_subnet.private[*].id
  balancer_group = aws_security_group.balancer.id
  role_arn       = aws_iam_role.tasks.arn
}

resource "aws_apigatewayv2_vpc_link" "main" {
  name               = "main"
  subnet_ids         = aws_subnet.private[*].id
  security_group_ids = [aws_security_group.link.id]
}

resource "aws_apigatewayv2_api" "public" {
  name          = "public"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "services" {
  api_id             = aws_apigatewayv2_api.public.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  connection_type    = "VPC_LINK"
  connection_id      = aws_apigatewayv2_vpc_link.main.id
  integration_uri    = aws_lb_listener.http.arn
}

resource "aws_apigatewayv2_route" "orders" {
  for_each  = toset(["GET /orders", "GET /orders/{id}"])
  api_id    = aws_apigatewayv2_api.public.id
  route_key = each.value
  target    = "integrations/${aws_apigatewayv2_integration.services.id}"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.public.id
  name        = "$default"
  auto_deploy = true
}
