locals {
  private = { types = ["PRIVATE"] }
  from_endpoint = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "execute-api:/*" },
      {
        Effect    = "Deny", Principal = "*", Action = "execute-api:Invoke", Resource = "execute-api:/*"
        Condition = { StringNotEquals = { "aws:SourceVpce" = "vpce-0123456789abcdef0" } }
      },
    ]
  })
}

resource "aws_api_gateway_rest_api" "fails_private_api_without_policy" {
  name = "a"
  endpoint_configuration { types = ["PRIVATE"] }
}

resource "aws_api_gateway_rest_api" "passes_private_api_without_policy__inline" {
  name   = "b"
  policy = local.from_endpoint
  endpoint_configuration { types = ["PRIVATE"] }
}

resource "aws_api_gateway_rest_api" "passes_private_api_without_policy__regional" {
  name = "c"
  endpoint_configuration { types = ["REGIONAL"] }
}

resource "aws_api_gateway_rest_api" "passes_private_api_without_policy" {
  name = "d"
  endpoint_configuration { types = ["PRIVATE"] }
}

resource "aws_api_gateway_rest_api_policy" "passes_private_api_any_source__denies" {
  rest_api_id = aws_api_gateway_rest_api.passes_private_api_without_policy.id
  policy      = local.from_endpoint
}

resource "aws_api_gateway_rest_api" "private" {
  name = "e"
  endpoint_configuration { types = ["PRIVATE"] }
}

resource "aws_api_gateway_rest_api_policy" "fails_private_api_any_source" {
  rest_api_id = aws_api_gateway_rest_api.private.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }]
  })
}

resource "aws_api_gateway_rest_api" "fails_private_api_any_source__other_condition" {
  name = "e2"
  endpoint_configuration { types = ["PRIVATE"] }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

resource "aws_api_gateway_rest_api" "passes_private_api_any_source__allows_vpc" {
  name = "f"
  endpoint_configuration { types = ["PRIVATE"] }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*"
      Condition = { StringEquals = { "aws:SourceVpc" = "vpc-0123456789abcdef0" } }
    }]
  })
}

resource "aws_api_gateway_rest_api" "fails_rest_api_default_endpoint" {
  name = "g"
}

resource "aws_api_gateway_base_path_mapping" "a" {
  api_id      = aws_api_gateway_rest_api.fails_rest_api_default_endpoint.id
  domain_name = "a.example.com"
}

resource "aws_api_gateway_rest_api" "passes_rest_api_default_endpoint" {
  name                         = "h"
  disable_execute_api_endpoint = true
}

resource "aws_api_gateway_base_path_mapping" "b" {
  api_id      = aws_api_gateway_rest_api.passes_rest_api_default_endpoint.id
  domain_name = "b.example.com"
}

resource "aws_api_gateway_rest_api" "passes_rest_api_default_endpoint__no_domain" {
  name = "i"
}

resource "aws_api_gateway_rest_api" "main" {
  name = "main"
}

resource "aws_api_gateway_stage" "fails_stage_access_logs" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name    = "a"
}

resource "aws_api_gateway_stage" "passes_stage_access_logs" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name    = "b"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:calls"
    format          = "$context.requestId"
  }
}

resource "aws_api_gateway_stage" "fails_rest_stage_tracing" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name    = "c"
}

resource "aws_api_gateway_stage" "passes_rest_stage_tracing" {
  rest_api_id          = aws_api_gateway_rest_api.main.id
  deployment_id        = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name           = "d"
  xray_tracing_enabled = true
}

resource "aws_api_gateway_method_settings" "fails_stage_data_trace" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = "a"
  method_path = "orders/GET"
  settings { data_trace_enabled = true }
}

resource "aws_api_gateway_method_settings" "passes_stage_data_trace" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = "a"
  method_path = "orders/PUT"
  settings { logging_level = "INFO" }
}

resource "aws_api_gateway_stage" "fails_stage_throttling" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name    = "h"
}

resource "aws_api_gateway_stage" "passes_stage_throttling" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.passes_deployment_triggers.id
  stage_name    = "i"
}

resource "aws_api_gateway_method_settings" "limits" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = aws_api_gateway_stage.passes_stage_throttling.stage_name
  method_path = "*/*"
  settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}

resource "aws_apigatewayv2_api" "main" {
  name          = "main"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "fails_stage_throttling" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "a"
}

resource "aws_apigatewayv2_stage" "passes_stage_throttling" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "b"
  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}

resource "aws_api_gateway_method_settings" "fails_stage_cache_encryption" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = "b"
  method_path = "*/*"
  settings { caching_enabled = true }
}

resource "aws_api_gateway_method_settings" "passes_stage_cache_encryption" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = "c"
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_authorizer" "fails_authorizer_cached_policy__token" {
  name           = "a"
  rest_api_id    = aws_api_gateway_rest_api.main.id
  authorizer_uri = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations"
}

resource "aws_api_gateway_authorizer" "passes_authorizer_cached_policy__uncached" {
  name                             = "b"
  rest_api_id                      = aws_api_gateway_rest_api.main.id
  authorizer_uri                   = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations"
  authorizer_result_ttl_in_seconds = 0
}

resource "aws_api_gateway_authorizer" "passes_authorizer_cached_policy__per_call" {
  name            = "c"
  type            = "REQUEST"
  identity_source = "method.request.header.Authorization,context.httpMethod,context.resourcePath"
  rest_api_id     = aws_api_gateway_rest_api.main.id
  authorizer_uri  = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations"
}

resource "aws_api_gateway_method" "fails_method_without_authorization" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_rest_api.main.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "passes_method_without_authorization" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_rest_api.main.root_resource_id
  http_method   = "PUT"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "passes_method_without_authorization__preflight" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_rest_api.main.root_resource_id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "passes_method_without_authorization__private" {
  rest_api_id   = aws_api_gateway_rest_api.private.id
  resource_id   = aws_api_gateway_rest_api.private.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api" "guarded" {
  name = "guarded"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*"
      Condition = { IpAddress = { "aws:SourceIp" = "198.51.100.0/24" } }
    }]
  })
}

resource "aws_api_gateway_method" "passes_method_without_authorization__guarded" {
  rest_api_id   = aws_api_gateway_rest_api.guarded.id
  resource_id   = aws_api_gateway_rest_api.guarded.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_apigatewayv2_route" "fails_method_without_authorization" {
  api_id    = aws_apigatewayv2_api.main.id
  route_key = "GET /"
}

resource "aws_apigatewayv2_route" "passes_method_without_authorization" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "PUT /"
  authorization_type = "AWS_IAM"
}

resource "aws_api_gateway_deployment" "fails_deployment_triggers" {
  rest_api_id = aws_api_gateway_rest_api.main.id
}

resource "aws_api_gateway_deployment" "passes_deployment_triggers" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  triggers    = { method = sha1(jsonencode(aws_api_gateway_method.passes_method_without_authorization)) }
}

resource "aws_api_gateway_vpc_link" "fails_vpc_link_v1" {
  name        = "a"
  target_arns = [aws_lb.network.arn]
}

resource "aws_apigatewayv2_vpc_link" "passes_vpc_link_v1" {
  name               = "b"
  subnet_ids         = [aws_subnet.main.id]
  security_group_ids = [aws_security_group.main.id]
}

resource "aws_apigatewayv2_vpc_link" "fails_vpc_link_without_groups" {
  name               = "c"
  subnet_ids         = [aws_subnet.main.id]
  security_group_ids = []
}

resource "aws_apigatewayv2_vpc_link" "passes_vpc_link_without_groups" {
  name               = "d"
  subnet_ids         = [aws_subnet.main.id]
  security_group_ids = [aws_security_group.main.id]
}

resource "aws_api_gateway_domain_name" "fails_domain_weak_tls" {
  domain_name              = "a.example.com"
  regional_certificate_arn = local.certificate
  security_policy          = "TLS_1_0"
  endpoint_configuration { types = ["REGIONAL"] }
}

resource "aws_api_gateway_domain_name" "passes_domain_weak_tls" {
  domain_name              = "b.example.com"
  regional_certificate_arn = local.certificate
  endpoint_configuration { types = ["REGIONAL"] }
}
