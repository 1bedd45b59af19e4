terraform {
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

data "aws_caller_identity" "current" {}

resource "aws_vpc" "main" {
  for_each   = toset(["allowed", "other"])
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint" "api" {
  for_each          = aws_vpc.main
  vpc_id            = each.value.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-central-1.execute-api"
}

resource "aws_vpc_endpoint_policy" "api" {
  vpc_endpoint_id = aws_vpc_endpoint.api["other"].id
  policy          = data.aws_iam_policy_document.endpoint.json
}

data "aws_iam_policy_document" "endpoint" {
  statement {
    sid       = "CallersOnly"
    actions   = ["execute-api:Invoke"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.caller.arn]
    }
  }
}

resource "aws_iam_role" "caller" {
  name               = "caller"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "caller" {
  role = aws_iam_role.caller.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Call", Effect = "Allow", Action = "execute-api:Invoke", Resource = "arn:aws:execute-api:*:*:*/prod/GET/*" }]
  })
}

# Each of the documentation's policies, on an API of its own.
locals {
  everyone = { Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "execute-api:/*" }
  denied   = { Effect = "Deny", Principal = "*", Action = "execute-api:Invoke", Resource = "execute-api:/*" }
  ranges   = ["192.0.2.0/24", "198.51.100.0/24"]
}

resource "aws_api_gateway_rest_api" "by_range" {
  name = "by-range"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    local.everyone,
    merge(local.denied, { Sid = "DenyRanges", Condition = { IpAddress = { "aws:SourceIp" = local.ranges } } }),
  ] })
}

resource "aws_api_gateway_rest_api" "allow_list" {
  name = "allow-list"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    merge(local.everyone, { Sid = "AllowRanges", Condition = { IpAddress = { "aws:SourceIp" = local.ranges } } }),
  ] })
}

resource "aws_api_gateway_rest_api" "public" {
  name = "public"
}

resource "aws_api_gateway_rest_api" "without_policy" {
  name = "without-policy"
  endpoint_configuration { types = ["PRIVATE"] }
}

resource "aws_api_gateway_rest_api" "in_body" {
  name = "in-body"
  endpoint_configuration { types = ["PRIVATE"] }
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "in-body", version = "1" }
    paths   = { "/orders" = { get = { "x-amazon-apigateway-integration" = { type = "mock" }, responses = {} } } }
    "x-amazon-apigateway-policy" = { Version = "2012-10-17", Statement = [
      merge(local.everyone, { Sid = "ReadOrders", Resource = "execute-api:/prod/GET/orders" }),
    ] }
  })
}

resource "aws_api_gateway_rest_api" "by_endpoint" {
  name = "by-endpoint"
  endpoint_configuration { types = ["PRIVATE"] }
}

data "aws_iam_policy_document" "by_endpoint" {
  statement {
    sid       = "Everyone"
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
  statement {
    sid       = "DenyOtherEndpoints"
    effect    = "Deny"
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpce"
      values   = [aws_vpc_endpoint.api["allowed"].id]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "by_endpoint" {
  rest_api_id = aws_api_gateway_rest_api.by_endpoint.id
  policy      = data.aws_iam_policy_document.by_endpoint.json
}

resource "aws_api_gateway_rest_api" "by_vpc" {
  name = "by-vpc"
  endpoint_configuration { types = ["PRIVATE"] }
}

data "aws_iam_policy_document" "by_vpc" {
  source_policy_documents = [data.aws_iam_policy_document.everyone.json]
  statement {
    sid       = "DenyOtherVpcs"
    effect    = "Deny"
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpc"
      values   = [aws_vpc.main["allowed"].id]
    }
  }
}

data "aws_iam_policy_document" "everyone" {
  statement {
    sid       = "Everyone"
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "by_vpc" {
  rest_api_id = aws_api_gateway_rest_api.by_vpc.id
  policy      = data.aws_iam_policy_document.by_vpc.json
}

resource "aws_api_gateway_rest_api" "encoded" {
  name = "encoded"
  endpoint_configuration { types = ["PRIVATE"] }
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    merge(local.everyone, { Sid = "OneEndpoint", Condition = { StringEquals = { "aws:SourceVpce" = aws_vpc_endpoint.api["allowed"].id } } }),
  ] })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.caller.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "code.zip"
}

resource "aws_lambda_permission" "public" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = aws_api_gateway_rest_api.public.execution_arn
}

resource "aws_lambda_permission" "in_body" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.orders.function_name
  principal      = "apigateway.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}
