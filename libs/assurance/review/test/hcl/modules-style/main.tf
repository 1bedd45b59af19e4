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
  region = "eu-west-1"
}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  name = "shop"
  cidr = "10.0.0.0/16"
  azs  = slice(data.aws_availability_zones.available.names, 0, 3)
}

module "vpc" {
  source             = "./vpc"
  name               = local.name
  cidr               = local.cidr
  azs                = local.azs
  public_subnets     = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 48)]
  private_subnets    = [for k, v in local.azs : cidrsubnet(local.cidr, 4, k)]
  database_subnets   = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 56)]
  intra_subnets      = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 52)]
  enable_nat_gateway = true
  single_nat_gateway = true
}

module "alb_sg" {
  source              = "./security-group"
  name                = "alb"
  vpc_id              = module.vpc.vpc_id
  ingress_rules       = ["https-443-tcp"]
  ingress_cidr_blocks = ["0.0.0.0/0"]
  egress_rules        = ["all-all"]
}

module "app_sg" {
  source = "./security-group"
  name   = "app"
  vpc_id = module.vpc.vpc_id
  computed_ingress_with_source_security_group_id = [
    { rule = "http-8080-tcp", source_security_group_id = module.alb_sg.security_group_id },
  ]
  number_of_computed_ingress_with_source_security_group_id = 1
  egress_rules                                             = ["all-all"]
}

module "db_sg" {
  source = "./security-group"
  name   = "db"
  vpc_id = module.vpc.vpc_id
  computed_ingress_with_source_security_group_id = [
    { rule = "postgresql-tcp", source_security_group_id = module.app_sg.security_group_id },
  ]
  number_of_computed_ingress_with_source_security_group_id = 1
  ingress_with_self                                        = ["all-all"]
}

module "alb" {
  source          = "./alb"
  name            = local.name
  vpc_id          = module.vpc.vpc_id
  subnets         = module.vpc.public_subnets
  security_groups = [module.alb_sg.security_group_id]
  listeners = {
    https = { port = 443, protocol = "HTTPS", target_group_key = "app" }
  }
  target_groups = {
    app = { port = 8080, protocol = "HTTP", target_type = "instance", targets = { for k, v in aws_instance.app : k => v.id } }
  }
}

resource "aws_instance" "app" {
  for_each               = { for k, v in local.azs : v => k }
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = element(module.vpc.private_subnets, each.value)
  vpc_security_group_ids = [module.app_sg.security_group_id]
  tags                   = { Name = "app-${each.key}", tier = "app" }
}

resource "aws_instance" "batch" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = module.vpc.intra_subnets[0]
  vpc_security_group_ids = [module.app_sg.security_group_id]
}

resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = module.vpc.database_subnets
}

resource "aws_db_instance" "main" {
  identifier             = "main"
  engine                 = "postgres"
  instance_class         = "db.t3.micro"
  allocated_storage      = 20
  username               = "app"
  password               = "not-a-real-one"
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [module.db_sg.security_group_id]
  skip_final_snapshot    = true
}
