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

data "terraform_remote_state" "network" {
  backend = "local"
  config  = { path = "../network/terraform.tfstate" }
}

data "aws_vpc" "named" {
  id = data.terraform_remote_state.network.outputs.vpc_id
}

resource "aws_security_group" "service" {
  name   = "service"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
}

resource "aws_network_interface" "service" {
  subnet_id       = data.terraform_remote_state.network.outputs.subnet_ids["a"]
  security_groups = [aws_security_group.service.id]
}

resource "aws_lambda_function" "service" {
  function_name = "service"
  role          = "arn:aws:iam::222222222222:role/service"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "code.zip"
}
