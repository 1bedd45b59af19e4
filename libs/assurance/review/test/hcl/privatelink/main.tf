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
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::111111111111:role/deploy"
  }
}

provider "aws" {
  alias  = "partner"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/deploy"
  }
}

provider "aws" {
  alias  = "guest"
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::333333333333:role/deploy"
  }
}

# Once with the rules of the load balancer's group in force, once without.
module "provider" {
  source         = "./provider"
  for_each       = { enforced = true, open = false }
  enforced       = each.value
  consumers      = ["222222222222"]
  consumer_range = "10.60.0.0/16"
}

module "partner" {
  source       = "./consumer"
  for_each     = module.provider
  providers    = { aws = aws.partner }
  cidr         = "10.60.0.0/16"
  zone         = "use1-az1"
  service_name = each.value.service_name
}

# Not in the range that the enforced group admits.
module "other_range" {
  source       = "./consumer"
  for_each     = module.provider
  providers    = { aws = aws.partner }
  cidr         = "10.61.0.0/16"
  zone         = "use1-az2"
  service_name = each.value.service_name
}

module "guest" {
  source       = "./consumer"
  providers    = { aws = aws.guest }
  cidr         = "10.60.0.0/16"
  zone         = "use1-az1"
  service_name = module.provider["open"].service_name
}

resource "aws_vpc_endpoint_connection_accepter" "partner" {
  for_each                = module.partner
  vpc_endpoint_service_id = module.provider[each.key].service_id
  vpc_endpoint_id         = each.value.endpoint_id
}

resource "aws_vpc_endpoint_connection_accepter" "other_range" {
  for_each                = module.other_range
  vpc_endpoint_service_id = module.provider[each.key].service_id
  vpc_endpoint_id         = each.value.endpoint_id
}
