terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "cidr" { type = string }
variable "zone" { type = string }
variable "service_name" { type = string }

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "this" {
  vpc_id               = aws_vpc.this.id
  availability_zone_id = var.zone
  cidr_block           = cidrsubnet(var.cidr, 8, 1)
}

resource "aws_security_group" "endpoint" {
  vpc_id = aws_vpc.this.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.callers.id]
  }
}

resource "aws_security_group" "callers" {
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group_rule" "callers" {
  type                     = "egress"
  security_group_id        = aws_security_group.callers.id
  source_security_group_id = aws_security_group.endpoint.id
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
}

resource "aws_vpc_endpoint" "this" {
  vpc_id             = aws_vpc.this.id
  service_name       = var.service_name
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.this.id]
  security_group_ids = [aws_security_group.endpoint.id]
}

resource "aws_instance" "caller" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this.id
  vpc_security_group_ids = [aws_security_group.callers.id]
}

resource "aws_instance" "stranger" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.this.id
}

output "endpoint_id" { value = aws_vpc_endpoint.this.id }
