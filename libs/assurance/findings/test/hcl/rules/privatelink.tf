locals {
  endpoint = { vpc_id = aws_vpc.main.id, service = "com.amazonaws.eu-central-1.execute-api" }
}

resource "aws_vpc_endpoint" "fails_endpoint_policy_open__none" {
  vpc_id             = local.endpoint.vpc_id
  service_name       = local.endpoint.service
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.main.id]
}

resource "aws_vpc_endpoint" "fails_endpoint_policy_open__everything" {
  vpc_id       = local.endpoint.vpc_id
  service_name = "com.amazonaws.eu-central-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }]
  })
}

resource "aws_vpc_endpoint" "passes_endpoint_policy_open__named" {
  vpc_id       = local.endpoint.vpc_id
  service_name = "com.amazonaws.eu-central-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders/*" }]
  })
}

resource "aws_vpc_endpoint" "passes_endpoint_policy_open__organization" {
  vpc_id       = local.endpoint.vpc_id
  service_name = "com.amazonaws.eu-central-1.s3"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "*", Resource = "*"
      Condition = { StringEquals = { "aws:ResourceOrgID" = "o-abcdefghij" } }
    }]
  })
}

resource "aws_vpc_endpoint" "passes_endpoint_policy_open__separate" {
  vpc_id       = local.endpoint.vpc_id
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_endpoint_policy" "passes_endpoint_policy_open__separate" {
  vpc_endpoint_id = aws_vpc_endpoint.passes_endpoint_policy_open__separate.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_vpc_endpoint" "passes_endpoint_policy_open__takes_none" {
  vpc_id             = local.endpoint.vpc_id
  service_name       = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.main.id]
}

resource "aws_vpc_endpoint" "fails_endpoint_without_groups" {
  vpc_id            = local.endpoint.vpc_id
  service_name      = local.endpoint.service
  vpc_endpoint_type = "Interface"
}

resource "aws_vpc_endpoint" "passes_endpoint_without_groups__gateway" {
  vpc_id       = local.endpoint.vpc_id
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_endpoint" "passes_endpoint_without_groups" {
  vpc_id             = local.endpoint.vpc_id
  service_name       = local.endpoint.service
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.main.id]
}

resource "aws_lb" "network" {
  internal           = true
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
  security_groups    = [aws_security_group.main.id]
}

resource "aws_vpc_endpoint_service" "fails_endpoint_service_open" {
  acceptance_required        = false
  allowed_principals         = ["*"]
  network_load_balancer_arns = [aws_lb.network.arn]
}

resource "aws_vpc_endpoint_service" "fails_endpoint_service_open__separate" {
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.network.arn]
}

resource "aws_vpc_endpoint_service_allowed_principal" "fails_endpoint_service_any_principal__separate" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.fails_endpoint_service_open__separate.id
  principal_arn           = "*"
}

resource "aws_vpc_endpoint_service" "passes_endpoint_service_open__asks" {
  acceptance_required        = true
  allowed_principals         = ["*"]
  network_load_balancer_arns = [aws_lb.network.arn]
}

resource "aws_vpc_endpoint_service" "passes_endpoint_service_open__named" {
  acceptance_required        = false
  allowed_principals         = ["arn:aws:iam::210987654321:root"]
  network_load_balancer_arns = [aws_lb.network.arn]
}

resource "aws_vpc_endpoint_service" "fails_endpoint_service_any_principal" {
  acceptance_required        = true
  allowed_principals         = ["*"]
  network_load_balancer_arns = [aws_lb.network.arn]
}

resource "aws_vpc_endpoint_service" "passes_endpoint_service_any_principal" {
  acceptance_required        = true
  allowed_principals         = ["arn:aws:iam::210987654321:root"]
  network_load_balancer_arns = [aws_lb.network.arn]
}
