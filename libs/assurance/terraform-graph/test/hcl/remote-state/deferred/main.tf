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

resource "terraform_data" "path" {
  input = "../network/terraform.tfstate"
}

data "terraform_remote_state" "network" {
  backend = "local"
  config  = { path = terraform_data.path.output }
}

resource "aws_security_group" "service" {
  name   = "service"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
}

resource "aws_network_interface" "service" {
  subnet_id = data.terraform_remote_state.network.outputs.subnet_ids["b"]
}
