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
}

# What somebody made before: the default VPC, its subnets and group, read or adopted.
data "aws_vpc" "default" {
  default = true
}

data "aws_subnets" "default" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.default.id]
  }
}

data "aws_subnet" "default" {
  for_each = toset(data.aws_subnets.default.ids)
  id       = each.value
}

data "aws_security_group" "default" {
  vpc_id = data.aws_vpc.default.id
  name   = "default"
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = data.aws_vpc.default.id
  ingress {
    protocol         = "tcp"
    from_port        = 80
    to_port          = 80
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
  ingress {
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    security_groups = [data.aws_security_group.default.id]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = sort(data.aws_subnets.default.ids)[0]
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}

resource "aws_instance" "member" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = sort(data.aws_subnets.default.ids)[1]
  vpc_security_group_ids = [data.aws_security_group.default.id]
}

# IPv6: egress only, and public.
resource "aws_vpc" "six" {
  cidr_block                       = "10.60.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

resource "aws_internet_gateway" "six" {
  vpc_id = aws_vpc.six.id
}

resource "aws_egress_only_internet_gateway" "six" {
  vpc_id = aws_vpc.six.id
}

resource "aws_subnet" "six" {
  for_each                        = { public = 0, private = 1 }
  vpc_id                          = aws_vpc.six.id
  cidr_block                      = cidrsubnet("10.60.0.0/16", 8, each.value)
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.six.ipv6_cidr_block, 8, each.value)
  assign_ipv6_address_on_creation = true
}

resource "aws_default_route_table" "six" {
  default_route_table_id = aws_vpc.six.default_route_table_id
  route {
    ipv6_cidr_block        = "::/0"
    egress_only_gateway_id = aws_egress_only_internet_gateway.six.id
  }
}

resource "aws_route_table" "six_public" {
  vpc_id = aws_vpc.six.id
  route {
    ipv6_cidr_block = "::/0"
    gateway_id      = aws_internet_gateway.six.id
  }
}

resource "aws_route_table_association" "six_public" {
  subnet_id      = aws_subnet.six["public"].id
  route_table_id = aws_route_table.six_public.id
}

resource "aws_security_group" "six" {
  vpc_id = aws_vpc.six.id
  ingress {
    protocol         = "tcp"
    from_port        = 443
    to_port          = 443
    ipv6_cidr_blocks = ["::/0"]
  }
  ingress {
    protocol         = "icmpv6"
    from_port        = -1
    to_port          = -1
    ipv6_cidr_blocks = ["::/0"]
  }
  egress {
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_instance" "six" {
  for_each               = aws_subnet.six
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = each.value.id
  ipv6_address_count     = 1
  vpc_security_group_ids = [aws_security_group.six.id]
}

# Foreign ids only: what is behind them is not known.
resource "aws_instance" "foreign" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = "subnet-0123456789abcdef0"
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
}

# Functions and APIs.
resource "aws_iam_role" "function" {
  name               = "function"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_lambda_function" "this" {
  for_each      = toset(["open", "signed", "api"])
  function_name = each.key
  role          = aws_iam_role.function.arn
  runtime       = "python3.12"
  handler       = "index.handler"
  s3_bucket     = "artifacts"
  s3_key        = "a.zip"
}

resource "aws_lambda_function_url" "this" {
  for_each           = { open = "NONE", signed = "AWS_IAM" }
  function_name      = aws_lambda_function.this[each.key].function_name
  authorization_type = each.value
}

resource "aws_lambda_permission" "open" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.this["open"].function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "open_invoke" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this["open"].function_name
  principal     = "*"
}

resource "aws_api_gateway_rest_api" "public" {
  name = "public"
}

resource "aws_api_gateway_resource" "x" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  parent_id   = aws_api_gateway_rest_api.public.root_resource_id
  path_part   = "x"
}

resource "aws_api_gateway_method" "x" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_resource.x.id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "x" {
  rest_api_id             = aws_api_gateway_rest_api.public.id
  resource_id             = aws_api_gateway_resource.x.id
  http_method             = aws_api_gateway_method.x.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.this["api"].invoke_arn
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this["api"].function_name
  principal     = "apigateway.amazonaws.com"
}

resource "aws_api_gateway_deployment" "public" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  depends_on  = [aws_api_gateway_integration.x]
}

resource "aws_api_gateway_stage" "public" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = aws_api_gateway_deployment.public.id
  stage_name    = "prod"
}

# The same without a stage.
resource "aws_api_gateway_rest_api" "undeployed" {
  name = "undeployed"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "undeployed", version = "1" }
    paths   = { "/x" = { get = { x-amazon-apigateway-integration = { type = "MOCK" } } } }
  })
}

# Callers in a VPC with execute-api's private DNS, and without.
resource "aws_vpc" "caller" {
  for_each             = { with = "10.70.0.0/16", without = "10.71.0.0/16" }
  cidr_block           = each.value
  enable_dns_hostnames = true
}

resource "aws_internet_gateway" "caller" {
  for_each = aws_vpc.caller
  vpc_id   = each.value.id
}

resource "aws_subnet" "caller" {
  for_each                = aws_vpc.caller
  vpc_id                  = each.value.id
  cidr_block              = cidrsubnet(each.value.cidr_block, 8, 1)
  map_public_ip_on_launch = true
}

resource "aws_route" "caller" {
  for_each               = aws_vpc.caller
  route_table_id         = each.value.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.caller[each.key].id
}

resource "aws_vpc_endpoint" "api" {
  vpc_id              = aws_vpc.caller["with"].id
  service_name        = "com.amazonaws.us-east-1.execute-api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.caller["with"].id]
}

resource "aws_instance" "caller" {
  for_each      = aws_subnet.caller
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = each.value.id
}

resource "aws_default_vpc" "adopted" {}

resource "aws_default_subnet" "adopted" {
  availability_zone = "us-east-1c"
}

resource "aws_instance" "adopted" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = aws_default_subnet.adopted.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}
