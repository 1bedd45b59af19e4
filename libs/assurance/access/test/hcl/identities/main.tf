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
  secrets = "arn:aws:secretsmanager:eu-central-1:${data.aws_caller_identity.current.account_id}:secret"
}

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Read"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
  }
  statement {
    sid       = "NoDelete"
    effect    = "Deny"
    actions   = ["secretsmanager:Delete*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "narrowed" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    sid       = "Read"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["${local.secrets}:app/*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = data.aws_iam_policy_document.narrowed.json
}

resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "SecretsOnly", Effect = "Allow", Action = "secretsmanager:*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "queue" {
  name = "queue"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.work.arn }]
  })
}

resource "aws_sqs_queue" "work" {
  name = "work"
}

module "caller" {
  source   = "./role"
  for_each = toset(["orders", "invoices"])
  name     = each.key
  managed = {
    read = aws_iam_policy.read.arn
    logs = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
  }
}

module "sender" {
  source  = "./role"
  name    = "sender"
  managed = { queue = aws_iam_policy.queue.arn, s3 = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" }
}

resource "aws_iam_role_policy" "orders" {
  name = "own"
  role = module.caller["orders"].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Sid = "Decrypt", Effect = "Allow", Action = "kms:Decrypt", Resource = "*" }
  })
}

resource "aws_iam_role" "inline" {
  name                 = "inline"
  permissions_boundary = aws_iam_policy.boundary.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Operators", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::444444444444:root" }, Condition = { StringEquals = { "sts:ExternalId" = "culvert" } } },
      { Sid = "Own", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:role/orders" } },
    ]
  })
  inline_policy {
    name = "all"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Sid = "All", Effect = "Allow", Action = "*", Resource = "*" }]
    })
  }
}

resource "aws_iam_role" "listed" {
  name                = "listed"
  managed_policy_arns = [aws_iam_policy.read.arn, "arn:aws:iam::aws:policy/AdministratorAccess"]
  assume_role_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*" }] })
}

resource "aws_iam_role" "exclusive" {
  name               = "exclusive"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "sts:AssumeRole", Principal = "*" }] })
}

resource "aws_iam_role_policy_attachments_exclusive" "exclusive" {
  role_name   = aws_iam_role.exclusive.name
  policy_arns = [aws_iam_policy.read.arn]
}

resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user" "bob" {
  name = "bob"
}

resource "aws_iam_group" "readers" {
  name = "readers"
}

resource "aws_iam_group_policy" "readers" {
  group = aws_iam_group.readers.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Own", Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "${local.secrets}:$${aws:username}/*" }]
  })
}

resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = [aws_iam_group.readers.name]
}

resource "aws_iam_group_membership" "readers" {
  name  = "readers"
  group = aws_iam_group.readers.name
  users = [aws_iam_user.bob.name]
}

resource "aws_iam_user_policy" "bob" {
  user = aws_iam_user.bob.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "NotBob", Effect = "Deny", Action = "secretsmanager:*", Resource = "*" }]
  })
}

resource "aws_iam_policy_attachment" "everywhere" {
  name       = "everywhere"
  roles      = [module.sender.name]
  users      = [aws_iam_user.ann.name]
  policy_arn = aws_iam_policy.read.arn
}

output "orders_arn" { value = module.caller["orders"].arn }
