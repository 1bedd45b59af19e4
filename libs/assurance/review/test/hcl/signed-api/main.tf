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
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/deploy"
  }
}

provider "aws" {
  alias  = "consumer"
  region = "eu-central-1"
  assume_role {
    role_arn = "arn:aws:iam::333333333333:role/deploy"
  }
}

locals {
  callers = {
    reader = ["arn:aws:execute-api:eu-central-1:222222222222:*/live/GET/*"]
    writer = ["arn:aws:execute-api:eu-central-1:222222222222:*/live/*/orders*"]
    # May call, but the API does not name it.
    stranger = ["arn:aws:execute-api:eu-central-1:222222222222:*"]
  }
}

module "caller" {
  source    = "./caller"
  for_each  = local.callers
  providers = { aws = aws.consumer }
  name      = each.key
  invokes   = each.value
}

resource "aws_vpc" "consumer" {
  provider             = aws.consumer
  cidr_block           = "10.40.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "consumer" {
  provider          = aws.consumer
  count             = 2
  vpc_id            = aws_vpc.consumer.id
  availability_zone = ["eu-central-1a", "eu-central-1b"][count.index]
  cidr_block        = cidrsubnet("10.40.0.0/16", 8, count.index)
}

resource "aws_security_group" "endpoint" {
  provider = aws.consumer
  vpc_id   = aws_vpc.consumer.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.functions.id]
  }
}

resource "aws_security_group" "functions" {
  provider = aws.consumer
  vpc_id   = aws_vpc.consumer.id
}

resource "aws_vpc_security_group_egress_rule" "functions" {
  provider          = aws.consumer
  security_group_id = aws_security_group.functions.id
  cidr_ipv4         = aws_vpc.consumer.cidr_block
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_endpoint" "execute_api" {
  for_each            = toset(["named", "other"])
  provider            = aws.consumer
  vpc_id              = aws_vpc.consumer.id
  service_name        = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = each.key == "named"
  subnet_ids          = aws_subnet.consumer[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "arn:aws:execute-api:eu-central-1:222222222222:*"
    }]
  })
}

resource "aws_s3_bucket" "artifacts" {
  provider = aws.consumer
  bucket   = "artifacts"
}

resource "aws_s3_object" "artifact" {
  provider       = aws.consumer
  bucket         = aws_s3_bucket.artifacts.id
  key            = "caller.zip"
  content_base64 = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="
}

resource "aws_lambda_function" "caller" {
  provider      = aws.consumer
  for_each      = module.caller
  function_name = each.key
  role          = each.value.role_arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = aws_s3_object.artifact.bucket
  s3_key        = aws_s3_object.artifact.key
  vpc_config {
    subnet_ids         = aws_subnet.consumer[*].id
    security_group_ids = [aws_security_group.functions.id]
  }
}

resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  parent_id   = aws_api_gateway_rest_api.orders.root_resource_id
  path_part   = "orders"
}

resource "aws_api_gateway_method" "orders" {
  for_each      = toset(["GET", "POST"])
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = each.value
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "orders" {
  for_each    = aws_api_gateway_method.orders
  rest_api_id = aws_api_gateway_rest_api.orders.id
  resource_id = aws_api_gateway_resource.orders.id
  http_method = each.value.http_method
  type        = "MOCK"
}

data "aws_iam_policy_document" "orders" {
  statement {
    sid       = "Callers"
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "AWS"
      identifiers = [module.caller["reader"].role_arn, module.caller["writer"].role_arn]
    }
  }
  statement {
    sid       = "OnlyThroughTheNamedEndpoint"
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
      values   = [aws_vpc_endpoint.execute_api["named"].id]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  policy      = data.aws_iam_policy_document.orders.json
}

resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  triggers    = { policy = sha1(aws_api_gateway_rest_api_policy.orders.policy) }
  depends_on  = [aws_api_gateway_integration.orders]
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = aws_api_gateway_deployment.orders.id
  stage_name    = "live"
}
