terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
variable "vpc" {}
variable "zones" {}

resource "aws_subnet" "this" {
  for_each          = var.zones
  vpc_id            = var.vpc.id
  cidr_block        = each.value
  availability_zone = "eu-central-1${each.key}"
}

output "all" {
  value = aws_subnet.this
}
