terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "region" {
  default = "eu-central-1"
}

variable "db_password" {
  type      = string
  sensitive = true
}

variable "single_nat" {
  default = true
}

locals {
  zones   = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
  peer_sg = module.network.endpoint_group
}

provider "aws" {
  region              = var.region
  allowed_account_ids = ["111111111111"]
  assume_role {
    role_arn = "arn:aws:iam::111111111111:role/deploy"
  }
}

provider "aws" {
  alias  = "consumer"
  region = "eu-west-1"
  assume_role {
    role_arn = "arn:aws:iam::333333333333:role/deploy"
  }
}

data "aws_caller_identity" "current" {}

module "network" {
  source   = "./network"
  cidr     = "10.0.0.0/16"
  zones    = local.zones
  services = ["execute-api", "logs"]
}

module "consumer" {
  for_each  = toset(["red", "blue"])
  source    = "./network"
  providers = { aws = aws.consumer }
  cidr      = each.key == "red" ? "10.1.0.0/16" : "10.2.0.0/16"
  zones     = { a = each.key == "red" ? "10.1.1.0/24" : "10.2.1.0/24" }
  services  = []
}

resource "aws_security_group" "callers" {
  name   = "callers"
  vpc_id = module.network.vpc_id

  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [local.peer_sg]
  }
}

resource "aws_security_group" "mixed" {
  name   = "mixed"
  vpc_id = module.network.vpc_id

  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.callers.id, module.network.endpoint_group]
  }
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  dynamic "egress" {
    for_each = toset([443, 8443])
    content {
      from_port       = egress.value
      to_port         = egress.value
      protocol        = "tcp"
      security_groups = [aws_security_group.callers.id]
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "standalone" {
  security_group_id            = module.network.endpoint_group
  referenced_security_group_id = aws_security_group.callers.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_eip" "nat" {
  count  = var.single_nat ? 1 : 2
  domain = "vpc"
}

resource "aws_nat_gateway" "this" {
  count         = var.single_nat ? 1 : 2
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = module.network.subnet_ids["a"]
}

resource "aws_lb" "internal" {
  name               = "internal"
  internal           = true
  load_balancer_type = "network"
  subnets            = values(module.network.subnet_ids)
  security_groups    = concat(["sg-0123456789abcdef0"], [aws_security_group.callers.id])
}

resource "aws_lb_target_group" "t" {
  count    = 2
  name     = "t${count.index}"
  port     = 443
  protocol = "TCP"
  vpc_id   = module.network.vpc_id
}

resource "aws_lb_listener" "l" {
  count             = 2
  load_balancer_arn = aws_lb.internal.arn
  port              = 443 + count.index
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t[count.index].arn
  }
}

resource "aws_iam_role" "caller" {
  name = "caller"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "caller" {
  function_name = "caller"
  role          = aws_iam_role.caller.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "code.zip"
  vpc_config {
    subnet_ids         = [for k, s in module.network.subnets : s.id]
    security_group_ids = [aws_security_group.callers.id]
  }
  environment {
    variables = { PASSWORD = var.db_password, PLAIN = "canary-plain" }
  }
}

resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = [module.network.endpoint_ids["execute-api"]]
  }
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.orders.execution_arn}/*"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.caller.arn, data.aws_caller_identity.current.account_id]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = [module.network.endpoint_ids["execute-api"]]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  policy      = data.aws_iam_policy_document.orders.json
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.caller.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.orders.execution_arn}/*/*"
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({ password = var.db_password })
}

output "vpc_id" {
  value = module.network.vpc_id
}

output "network" {
  value = { vpc = module.network.vpc_id, subnets = module.network.subnet_ids, consumer = { for k, m in module.consumer : k => m.vpc_id } }
}

output "password" {
  value     = var.db_password
  sensitive = true
}
