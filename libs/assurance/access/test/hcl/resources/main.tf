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

locals {
  account = data.aws_caller_identity.current.account_id
  partner = "444444444444"
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "app" {
  role = aws_iam_role.app.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Data", Effect = "Allow", Action = ["s3:*", "sqs:*", "sns:*", "secretsmanager:GetSecretValue", "kms:Decrypt"], Resource = "*" },
    ]
  })
}

resource "aws_iam_role" "plain" {
  name               = "plain"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_endpoint" "secrets" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-central-1.secretsmanager"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Read", Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*", Condition = { StringEquals = { "aws:PrincipalAccount" = local.account } } }]
  })
}

resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-central-1.sqs"
}

resource "aws_vpc_endpoint_policy" "sqs" {
  vpc_endpoint_id = aws_vpc_endpoint.sqs.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "OwnQueues", Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "arn:aws:sqs:*:${local.account}:*" }]
  })
}

resource "aws_s3_bucket" "data" {
  bucket = "culvert-data"
}

data "aws_iam_policy_document" "data" {
  statement {
    sid       = "OnlyThroughTheEndpoint"
    effect    = "Deny"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::culvert-data/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpce"
      values   = [aws_vpc_endpoint.s3.id]
    }
  }
  statement {
    sid       = "NeverInTheClear"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::culvert-data", "arn:aws:s3:::culvert-data/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = data.aws_iam_policy_document.data.json
}

resource "aws_secretsmanager_secret" "shared" {
  name = "shared"
}

resource "aws_secretsmanager_secret_policy" "shared" {
  secret_arn = aws_secretsmanager_secret.shared.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Partner", Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.partner}:role/reader" }, Action = "secretsmanager:GetSecretValue", Resource = "*" },
      { Sid = "NotPlain", Effect = "Deny", Principal = { AWS = "arn:aws:iam::${local.account}:role/plain" }, Action = "secretsmanager:*", Resource = "*" },
    ]
  })
}

resource "aws_secretsmanager_secret" "own" {
  name       = "own"
  kms_key_id = aws_kms_key.plain.arn
}

resource "aws_kms_key" "plain" {}

resource "aws_kms_alias" "plain" {
  name          = "alias/plain"
  target_key_id = aws_kms_key.plain.key_id
}

resource "aws_kms_key" "closed" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "AdminOnly", Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.account}:role/admin" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_kms_grant" "app" {
  key_id            = aws_kms_key.closed.key_id
  grantee_principal = aws_iam_role.app.arn
  operations        = ["Decrypt"]
}

resource "aws_sqs_queue" "work" {
  for_each = toset(["a", "b"])
  name     = "work-${each.key}"
}

resource "aws_sqs_queue_policy" "work" {
  for_each  = aws_sqs_queue.work
  queue_url = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Topic", Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = "*"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:${local.account}:events" } }
    }]
  })
}

resource "aws_sns_topic" "events" {
  name = "events"
}

resource "aws_sns_topic_policy" "events" {
  arn = aws_sns_topic.events.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Partner", Effect = "Allow", Principal = { AWS = local.partner }, Action = "sns:Publish", Resource = "*" }]
  })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.app.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "code.zip"
  publish       = true
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.function_name
  function_version = aws_lambda_function.orders.version
}

resource "aws_lambda_permission" "alias" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "elasticloadbalancing.amazonaws.com"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.events.arn
}

resource "aws_lambda_permission" "partner" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.arn
  principal     = local.partner
}

resource "aws_lb" "shared" {
  name               = "shared"
  internal           = true
  load_balancer_type = "network"
  subnets            = [aws_subnet.a.id]
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_vpc_endpoint_service" "shared" {
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.shared.arn]
}

resource "aws_vpc_endpoint_service_allowed_principal" "partner" {
  for_each                = toset(["arn:aws:iam::${local.partner}:root", "arn:aws:iam::555555555555:role/networker"])
  vpc_endpoint_service_id = aws_vpc_endpoint_service.shared.id
  principal_arn           = each.value
}
