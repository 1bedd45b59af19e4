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
  region              = "eu-central-1"
  allowed_account_ids = ["123456789012"]
}

# Whether there is what the embedded AWS does not have.
variable "complete" {
  default = true
}

resource "aws_vpc" "this" {
  for_each             = { provider = "10.0.0.0/16", consumer = "10.1.0.0/16" }
  cidr_block           = each.value
  enable_dns_hostnames = true
}

resource "aws_subnet" "this" {
  count             = 2
  vpc_id            = aws_vpc.this["provider"].id
  cidr_block        = cidrsubnet(aws_vpc.this["provider"].cidr_block, 8, count.index)
  availability_zone = ["eu-central-1a", "eu-central-1b"][count.index]
}

resource "aws_subnet" "consumer" {
  vpc_id            = aws_vpc.this["consumer"].id
  cidr_block        = "10.1.0.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_security_group" "link" {
  name   = "link"
  vpc_id = aws_vpc.this["provider"].id
}

module "lookup" {
  source  = "./lookup"
  vpcs    = { for name, vpc in aws_vpc.this : name => vpc.id }
  subnets = aws_subnet.this[*].id
}

resource "aws_lb" "nlb" {
  name               = "nlb"
  internal           = true
  load_balancer_type = "network"
  subnets            = aws_subnet.this[*].id
}

resource "aws_lb" "alb" {
  name            = "alb"
  internal        = true
  subnets         = aws_subnet.this[*].id
  security_groups = [aws_security_group.link.id]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.alb.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      status_code = "HTTP_301"
      protocol    = "HTTPS"
      port        = "443"
    }
  }
}

resource "aws_api_gateway_vpc_link" "one" {
  name        = "one"
  target_arns = [aws_lb.nlb.arn]
}

resource "aws_apigatewayv2_vpc_link" "two" {
  name               = "two"
  subnet_ids         = aws_subnet.this[*].id
  security_group_ids = [aws_security_group.link.id]
}

resource "aws_vpc_endpoint" "api" {
  vpc_id              = aws_vpc.this["consumer"].id
  service_name        = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [aws_subnet.consumer.id]
  private_dns_enabled = true
}

resource "aws_iam_role" "function" {
  name               = "function"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.function.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "${path.module}/code.zip"
  publish       = true
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.function_name
  function_version = aws_lambda_function.orders.version
}

# A private API of an OpenAPI document, whose link is a stage variable.

resource "aws_api_gateway_rest_api" "document" {
  name = "document"
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = [aws_vpc_endpoint.api.id]
  }
  disable_execute_api_endpoint = true
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }]
  })
  body = jsonencode({
    openapi  = "3.0.1"
    info     = { title = "document", version = "1" }
    security = [{ sigv4 = [] }]
    paths = {
      "/orders/{id}" = {
        get = {
          x-amazon-apigateway-integration = {
            type           = "http_proxy"
            httpMethod     = "GET"
            connectionType = "VPC_LINK"
            connectionId   = "$${stageVariables.link}"
            uri            = "https://orders.example.com:8443/orders/{id}"
          }
        }
      }
      "/{proxy+}" = {
        x-amazon-apigateway-any-method = {
          security = [{ token = [], key = [] }]
          x-amazon-apigateway-integration = {
            type       = "aws_proxy"
            httpMethod = "POST"
            uri        = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:orders:live/invocations"
          }
        }
      }
      "/health" = {
        get = {
          security                        = []
          x-amazon-apigateway-integration = { type = "mock" }
        }
      }
    }
    components = {
      securitySchemes = {
        sigv4 = {
          type                         = "apiKey"
          name                         = "Authorization"
          in                           = "header"
          x-amazon-apigateway-authtype = "awsSigv4"
        }
        key = { type = "apiKey", name = "x-api-key", in = "header" }
        token = {
          type                         = "apiKey"
          name                         = "Authorization"
          in                           = "header"
          x-amazon-apigateway-authtype = "custom"
          x-amazon-apigateway-authorizer = {
            type          = "token"
            authorizerUri = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:orders/invocations"
          }
        }
      }
    }
  })
}

resource "aws_api_gateway_deployment" "document" {
  rest_api_id = aws_api_gateway_rest_api.document.id
}

resource "aws_api_gateway_stage" "document" {
  rest_api_id   = aws_api_gateway_rest_api.document.id
  deployment_id = aws_api_gateway_deployment.document.id
  stage_name    = "prod"
  variables     = { link = aws_api_gateway_vpc_link.one.id }
}

# One that refers to what is not there yet: its methods are missing before apply.

resource "aws_api_gateway_rest_api" "referring" {
  name = "referring"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "referring", version = "1" }
    paths = {
      "/orders" = {
        get = {
          x-amazon-apigateway-integration = {
            type              = "http_proxy"
            httpMethod        = "GET"
            connectionType    = "VPC_LINK"
            connectionId      = aws_apigatewayv2_vpc_link.two.id
            integrationTarget = aws_lb.alb.arn
            uri               = "http://orders.example.com/orders"
          }
        }
      }
    }
  })
}

# One made by hand.

resource "aws_api_gateway_rest_api" "hand" {
  name = "hand"
}

resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.hand.id
  parent_id   = aws_api_gateway_rest_api.hand.root_resource_id
  path_part   = "orders"
}

resource "aws_api_gateway_resource" "order" {
  rest_api_id = aws_api_gateway_rest_api.hand.id
  parent_id   = aws_api_gateway_resource.orders.id
  path_part   = "{id}"
}

resource "aws_api_gateway_authorizer" "token" {
  name           = "token"
  rest_api_id    = aws_api_gateway_rest_api.hand.id
  authorizer_uri = aws_lambda_function.orders.invoke_arn
}

resource "aws_api_gateway_method" "order" {
  for_each         = toset(["GET", "PUT"])
  rest_api_id      = aws_api_gateway_rest_api.hand.id
  resource_id      = aws_api_gateway_resource.order.id
  http_method      = each.key
  authorization    = "CUSTOM"
  authorizer_id    = aws_api_gateway_authorizer.token.id
  api_key_required = each.key == "PUT"
}

resource "aws_api_gateway_integration" "order" {
  for_each                = aws_api_gateway_method.order
  rest_api_id             = aws_api_gateway_rest_api.hand.id
  resource_id             = each.value.resource_id
  http_method             = each.value.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_alias.live.invoke_arn
}

resource "aws_api_gateway_method" "root" {
  rest_api_id   = aws_api_gateway_rest_api.hand.id
  resource_id   = aws_api_gateway_rest_api.hand.root_resource_id
  http_method   = "ANY"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "root" {
  rest_api_id             = aws_api_gateway_rest_api.hand.id
  resource_id             = aws_api_gateway_method.root.resource_id
  http_method             = aws_api_gateway_method.root.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "ANY"
  connection_type         = "VPC_LINK"
  connection_id           = aws_api_gateway_vpc_link.one.id
  uri                     = "http://orders.example.com"
}

# HTTP APIs.

resource "aws_apigatewayv2_api" "http" {
  name          = "http"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "http" {
  api_id      = aws_apigatewayv2_api.http.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_stage" "idle" {
  api_id = aws_apigatewayv2_api.http.id
  name   = "idle"
}

resource "aws_apigatewayv2_integration" "listener" {
  api_id             = aws_apigatewayv2_api.http.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = aws_lb_listener.http.arn
  connection_type    = "VPC_LINK"
  connection_id      = aws_apigatewayv2_vpc_link.two.id
}

resource "aws_apigatewayv2_integration" "function" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.orders.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.http.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = ["orders"]
    issuer   = "https://id.example.com"
  }
}

resource "aws_apigatewayv2_route" "listener" {
  for_each           = toset(["GET /orders", "POST /orders", "$default"])
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = each.key
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.jwt.id
  target             = "integrations/${aws_apigatewayv2_integration.listener.id}"
}

resource "aws_apigatewayv2_route" "function" {
  api_id    = aws_apigatewayv2_api.http.id
  route_key = "ANY /functions/{proxy+}"
  target    = "integrations/${aws_apigatewayv2_integration.function.id}"
}

resource "aws_apigatewayv2_api" "quick" {
  name          = "quick"
  protocol_type = "HTTP"
  target        = aws_lambda_function.orders.arn
}

# Domains.

resource "aws_api_gateway_domain_name" "public" {
  domain_name              = "api.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  mutual_tls_authentication {
    truststore_uri = "s3://bundles/clients.pem"
  }
}

resource "aws_api_gateway_base_path_mapping" "public" {
  domain_name = aws_api_gateway_domain_name.public.domain_name
  api_id      = aws_api_gateway_rest_api.document.id
  stage_name  = aws_api_gateway_stage.document.stage_name
  base_path   = "v1"
}

resource "aws_apigatewayv2_domain_name" "http" {
  count       = var.complete ? 1 : 0
  domain_name = "http.example.com"
  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "http" {
  count       = var.complete ? 1 : 0
  domain_name = aws_apigatewayv2_domain_name.http[0].id
  api_id      = aws_apigatewayv2_api.http.id
  stage       = aws_apigatewayv2_stage.http.id
}

# Names.

resource "aws_route53_record" "alias" {
  for_each = { orders = aws_lb.alb, "tcp.shop.internal" = aws_lb.nlb }
  zone_id  = module.lookup.zone
  name     = each.key
  type     = "A"
  alias {
    name                   = each.value.dns_name
    zone_id                = each.value.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "endpoint" {
  zone_id = module.lookup.zone
  name    = "api"
  type    = "A"
  alias {
    name                   = aws_vpc_endpoint.api.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.api.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "canonical" {
  zone_id = module.lookup.zone
  name    = "www.shop.internal"
  type    = "CNAME"
  ttl     = 60
  records = [aws_lb.alb.dns_name]
}

resource "aws_route53_record" "literal" {
  count   = var.complete ? 1 : 0
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "legacy"
  type    = "A"
  ttl     = 60
  records = ["192.168.1.20"]
}

resource "aws_route53_zone" "public" {
  name = "example.com"
}
