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

resource "aws_vpc" "same" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "replaced" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "before" {
  vpc_id     = aws_vpc.same.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "in_replaced" {
  vpc_id     = aws_vpc.replaced.id
  cidr_block = "10.1.1.0/24"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "updated" {
  name   = "updated"
  vpc_id = aws_vpc.same.id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "destroyed" {
  name   = "destroyed"
  vpc_id = aws_vpc.same.id
}

resource "aws_security_group" "forgotten" {
  name   = "forgotten"
  vpc_id = aws_vpc.same.id
}

resource "aws_iam_role" "caller" {
  name = "caller"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_ssm_parameter" "secret" {
  name  = "secret"
  type  = "SecureString"
  value = "canary-state"
}
