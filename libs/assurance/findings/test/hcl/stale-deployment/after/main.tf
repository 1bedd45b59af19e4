terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

locals {
  body = { for title in ["stale", "deployed", "unchanged"] : title => jsonencode({
    openapi = "3.0.1"
    info    = { title = title == "unchanged" ? "before" : "after", version = "1" }
    paths = { "/" = { get = {
      x-amazon-apigateway-integration = { type = "http_proxy", httpMethod = "GET", uri = "http://orders.example.com/" }
    } } }
  }) }
}

resource "aws_api_gateway_rest_api" "fails_deployment_stale" {
  name = "stale"
  body = local.body["stale"]
}

resource "aws_api_gateway_deployment" "stale" {
  rest_api_id = aws_api_gateway_rest_api.fails_deployment_stale.id
  triggers    = { once = "1" }
}

resource "aws_api_gateway_rest_api" "passes_deployment_stale" {
  name = "deployed"
  body = local.body["deployed"]
}

resource "aws_api_gateway_deployment" "deployed" {
  rest_api_id = aws_api_gateway_rest_api.passes_deployment_stale.id
  triggers    = { body = sha1(local.body["deployed"]) }
  lifecycle { create_before_destroy = true }
}

resource "aws_api_gateway_rest_api" "passes_deployment_stale__unchanged" {
  name        = "unchanged"
  description = "after"
  body        = local.body["unchanged"]
}

resource "aws_api_gateway_deployment" "unchanged" {
  rest_api_id = aws_api_gateway_rest_api.passes_deployment_stale__unchanged.id
  triggers    = { body = sha1(local.body["unchanged"]) }
}

resource "aws_api_gateway_rest_api" "policy" {
  name = "policy"
  body = local.body["unchanged"]
}

resource "aws_api_gateway_rest_api_policy" "fails_deployment_stale" {
  rest_api_id = aws_api_gateway_rest_api.policy.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "222222222222" }, Action = "execute-api:Invoke", Resource = "execute-api:/*" }]
  })
}

resource "aws_api_gateway_deployment" "policy" {
  rest_api_id = aws_api_gateway_rest_api.policy.id
  triggers    = { body = sha1(local.body["unchanged"]) }
  depends_on  = [aws_api_gateway_rest_api_policy.fails_deployment_stale]
}
