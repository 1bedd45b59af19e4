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
  functions = {
    importer = { bucket = true, secret = true, internet = false }
    exporter = { bucket = true, secret = false, internet = true }
  }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.90.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "functions" {
  for_each          = { a = "10.90.1.0/24", b = "10.90.2.0/24" }
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-central-1${each.key}"
  cidr_block        = each.value
}

resource "aws_route_table" "functions" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "functions" {
  for_each       = aws_subnet.functions
  subnet_id      = each.value.id
  route_table_id = aws_route_table.functions.id
}

resource "aws_security_group" "function" {
  for_each = local.functions
  vpc_id   = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "endpoint" {
  for_each                     = { for name, function in local.functions : name => function if function.secret }
  security_group_id            = aws_security_group.function[each.key].id
  referenced_security_group_id = aws_security_group.endpoint.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "internet" {
  for_each          = { for name, function in local.functions : name => function if function.internet }
  security_group_id = aws_security_group.function[each.key].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_security_group" "endpoint" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "endpoint" {
  for_each                     = aws_security_group.function
  security_group_id            = aws_security_group.endpoint.id
  referenced_security_group_id = each.value.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_endpoint" "secrets" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-central-1.secretsmanager"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.functions : subnet.id]
  security_group_ids  = [aws_security_group.endpoint.id]
}

resource "aws_vpc_endpoint_policy" "secrets" {
  vpc_endpoint_id = aws_vpc_endpoint.secrets.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalAccount" = "123456789012" } }
    }]
  })
}

resource "aws_secretsmanager_secret" "partner" {
  name                    = "partner"
  recovery_window_in_days = 7
}

resource "aws_s3_bucket" "exchange" {
  bucket = "exchange"
}

resource "aws_iam_role" "function" {
  for_each = local.functions
  name     = each.key
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_policy" "bucket" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Objects", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::exchange/*" },
      {
        Sid       = "NothingFinal", Effect = "Deny", Action = "s3:PutObject", Resource = "arn:aws:s3:::exchange/final/*"
        Condition = { StringNotLike = { "aws:PrincipalArn" = "*:role/importer" } }
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "bucket" {
  for_each   = aws_iam_role.function
  role       = each.value.name
  policy_arn = aws_iam_policy.bucket.arn
}

resource "aws_iam_role_policy" "secret" {
  for_each = { for name, function in local.functions : name => function if function.secret }
  role     = aws_iam_role.function[each.key].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Partner", Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:partner-*" }]
  })
}

resource "aws_lambda_function" "this" {
  for_each      = local.functions
  function_name = each.key
  role          = aws_iam_role.function[each.key].arn
  runtime       = "python3.12"
  handler       = "index.handler"
  s3_bucket     = "artifacts"
  s3_key        = "${each.key}.zip"
  vpc_config {
    subnet_ids         = [for subnet in aws_subnet.functions : subnet.id]
    security_group_ids = [aws_security_group.function[each.key].id]
  }
}
