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

module "provider" {
  source = "./network"
  cidr   = "10.0.0.0/16"
  zones  = { a = 1, b = 2, c = 3 }
}

module "consumer" {
  source = "./network"
  cidr   = "10.1.0.0/16"
  zones  = { a = 1, b = 2 }
}

# Instances: plain, pinned, with interfaces of their own, of an Auto Scaling group.

resource "aws_iam_role" "instance" {
  name               = "instance"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_instance_profile" "instance" {
  name = "instance"
  role = aws_iam_role.instance.name
}

resource "aws_instance" "plain" {
  ami                  = "ami-12c6146b"
  instance_type        = "t3.micro"
  subnet_id            = module.provider.subnets["a"]
  iam_instance_profile = aws_iam_instance_profile.instance.name
}

resource "aws_instance" "pinned" {
  for_each               = { one = "10.1.1.10", two = "10.1.1.11" }
  ami                    = "ami-12c6146b"
  instance_type          = "t3.micro"
  subnet_id              = module.consumer.subnets["a"]
  private_ip             = each.value
  vpc_security_group_ids = [module.consumer.groups["callers"]]
  source_dest_check      = each.key == "one"
}

resource "aws_instance" "public" {
  ami                    = "ami-12c6146b"
  instance_type          = "t3.micro"
  subnet_id              = module.provider.subnets["c"]
  vpc_security_group_ids = [module.provider.groups["callers"]]
}

resource "aws_network_interface" "own" {
  subnet_id       = module.provider.subnets["b"]
  private_ips     = ["10.0.2.20"]
  security_groups = [module.provider.groups["callers"]]
}

resource "aws_instance" "attached" {
  ami           = "ami-12c6146b"
  instance_type = "t3.micro"
  network_interface {
    network_interface_id = aws_network_interface.own.id
    device_index         = 0
  }
}

resource "aws_eip" "own" {
  network_interface = aws_network_interface.own.id
}

resource "aws_launch_template" "fleet" {
  name                   = "fleet"
  image_id               = "ami-12c6146b"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [module.provider.groups["service"]]
  iam_instance_profile {
    arn = aws_iam_instance_profile.instance.arn
  }
}

resource "aws_autoscaling_group" "fleet" {
  name                = "fleet"
  min_size            = 0
  max_size            = 2
  vpc_zone_identifier = [module.provider.subnets["a"], module.provider.subnets["b"]]
  target_group_arns   = [aws_lb_target_group.fleet.arn]
  launch_template {
    id = aws_launch_template.fleet.id
  }
}

# Functions, tasks, databases.

resource "aws_iam_role" "function" {
  name               = "function"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_lambda_function" "caller" {
  function_name = "caller"
  role          = aws_iam_role.function.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "${path.module}/code.zip"
  vpc_config {
    subnet_ids         = values(module.consumer.subnets)
    security_group_ids = [module.consumer.groups["callers"]]
  }
}

resource "aws_lambda_function" "outside" {
  function_name = "outside"
  role          = aws_iam_role.function.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "${path.module}/code.zip"
}

resource "aws_ecs_cluster" "this" {
  name = "shop"
}

resource "aws_ecs_task_definition" "orders" {
  family                   = "orders"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  task_role_arn            = aws_iam_role.function.arn
  container_definitions    = jsonencode([{ name = "orders", image = "orders", essential = true, portMappings = [{ containerPort = 8080 }] }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.orders.arn
  desired_count   = 2
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = [module.provider.subnets["a"], module.provider.subnets["b"]]
    security_groups = [module.provider.groups["service"]]
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.orders.arn
    container_name   = "orders"
    container_port   = 8080
  }
}

resource "aws_db_subnet_group" "this" {
  name       = "shop"
  subnet_ids = [module.provider.subnets["a"], module.provider.subnets["b"]]
}

resource "aws_db_instance" "shop" {
  identifier             = "shop"
  engine                 = "postgres"
  instance_class         = "db.t3.micro"
  allocated_storage      = 20
  username               = "shop"
  password               = "canary-password"
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [module.provider.groups["service"]]
  skip_final_snapshot    = true
}

# Load balancers.

resource "aws_lb" "public" {
  name            = "public"
  subnets         = values(module.provider.subnets)
  security_groups = [module.provider.groups["balancer"]]
}

resource "aws_lb" "private" {
  name                                                         = "private"
  internal                                                     = true
  load_balancer_type                                           = "network"
  security_groups                                              = [module.provider.groups["balancer"]]
  enforce_security_group_inbound_rules_on_private_link_traffic = "off"
  subnet_mapping {
    subnet_id            = module.provider.subnets["a"]
    private_ipv4_address = "10.0.1.50"
  }
  subnet_mapping {
    subnet_id            = module.provider.subnets["b"]
    private_ipv4_address = "10.0.2.50"
  }
}

resource "aws_alb" "old" {
  name                             = "old"
  internal                         = true
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
  subnets                          = [module.provider.subnets["a"]]
}

resource "aws_lb_target_group" "orders" {
  name        = "orders"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = module.provider.vpc
  health_check {
    port = "9090"
  }
}

resource "aws_lb_target_group" "fleet" {
  name     = "fleet"
  port     = 8080
  protocol = "TCP"
  vpc_id   = module.provider.vpc
}

resource "aws_lb_target_group" "addresses" {
  name        = "addresses"
  port        = 443
  protocol    = "TLS"
  target_type = "ip"
  vpc_id      = module.provider.vpc
}

resource "aws_lb_target_group_attachment" "addresses" {
  for_each         = toset(["10.0.1.77", "10.0.2.77"])
  target_group_arn = aws_lb_target_group.addresses.arn
  target_id        = each.value
  port             = 8443
}

resource "aws_lb_target_group" "owners" {
  name        = "owners"
  port        = 22
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = module.provider.vpc
}

resource "aws_lb_target_group_attachment" "owners" {
  target_group_arn = aws_lb_target_group.owners.arn
  target_id        = aws_instance.plain.private_ip
}

resource "aws_alb_target_group" "alb" {
  name        = "alb"
  port        = 443
  protocol    = "TCP"
  target_type = "alb"
  vpc_id      = module.provider.vpc
}

resource "aws_alb_target_group_attachment" "alb" {
  target_group_arn = aws_alb_target_group.alb.arn
  target_id        = aws_lb.public.arn
}

resource "aws_lb_target_group" "function" {
  name        = "function"
  target_type = "lambda"
}

resource "aws_lb_target_group_attachment" "function" {
  target_group_arn = aws_lb_target_group.function.arn
  target_id        = aws_lambda_function.outside.arn
}

resource "aws_lb_target_group_attachment" "plain" {
  target_group_arn = aws_lb_target_group.fleet.arn
  target_id        = aws_instance.plain.id
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  mutual_authentication {
    mode            = "verify"
    trust_store_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:truststore/clients/0123456789abcdef"
  }
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "orders" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 20
  condition {
    path_pattern {
      values = ["/orders", "/orders/*"]
    }
  }
  condition {
    host_header {
      values = ["shop.example.com"]
    }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.orders.arn
  }
}

resource "aws_alb_listener_rule" "split" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10
  condition {
    http_request_method {
      values = ["GET"]
    }
  }
  condition {
    source_ip {
      values = ["10.0.0.0/8"]
    }
  }
  condition {
    http_header {
      http_header_name = "x-canary"
      values           = ["1"]
    }
  }
  action {
    type  = "authenticate-oidc"
    order = 1
    authenticate_oidc {
      authorization_endpoint = "https://id.example.com/authorize"
      client_id              = "shop"
      client_secret          = "canary-secret"
      issuer                 = "https://id.example.com"
      token_endpoint         = "https://id.example.com/token"
      user_info_endpoint     = "https://id.example.com/user"
    }
  }
  action {
    type  = "forward"
    order = 2
    forward {
      target_group {
        arn    = aws_lb_target_group.orders.arn
        weight = 90
      }
      target_group {
        arn    = aws_lb_target_group.function.arn
        weight = 10
      }
    }
  }
}

resource "aws_lb_listener" "tcp" {
  for_each          = { "443" = aws_alb_target_group.alb.arn, "8080" = aws_lb_target_group.fleet.arn }
  load_balancer_arn = aws_lb.private.arn
  port              = tonumber(each.key)
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = each.value
  }
}

# PrivateLink.

resource "aws_vpc_endpoint_service" "orders" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.private.arn]
  allowed_principals         = ["arn:aws:iam::222222222222:root"]
}

resource "aws_vpc_endpoint_service_allowed_principal" "more" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.orders.id
  principal_arn           = "arn:aws:iam::333333333333:root"
}

resource "aws_vpc_endpoint" "orders" {
  vpc_id             = module.consumer.vpc
  service_name       = aws_vpc_endpoint_service.orders.service_name
  vpc_endpoint_type  = "Interface"
  security_group_ids = [module.consumer.groups["service"]]
  subnet_ids         = values(module.consumer.subnets)
  subnet_configuration {
    subnet_id = module.consumer.subnets["a"]
    ipv4      = "10.1.1.200"
  }
  subnet_configuration {
    subnet_id = module.consumer.subnets["b"]
    ipv4      = "10.1.2.200"
  }
}

resource "aws_vpc_endpoint_connection_accepter" "orders" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.orders.id
  vpc_endpoint_id         = aws_vpc_endpoint.orders.id
}

resource "aws_vpc_endpoint" "logs" {
  vpc_id              = module.consumer.vpc
  service_name        = "com.amazonaws.eu-central-1.logs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}

resource "aws_vpc_endpoint_subnet_association" "logs" {
  for_each        = module.consumer.subnets
  vpc_endpoint_id = aws_vpc_endpoint.logs.id
  subnet_id       = each.value
}

resource "aws_vpc_endpoint_security_group_association" "logs" {
  vpc_endpoint_id             = aws_vpc_endpoint.logs.id
  security_group_id           = module.consumer.groups["service"]
  replace_default_association = true
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = module.consumer.vpc
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_endpoint_route_table_association" "s3" {
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = module.consumer.route_table
}

# Gateways.

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "public" {
  allocation_id = aws_eip.nat.id
  subnet_id     = module.provider.subnets["c"]
}

resource "aws_nat_gateway" "private" {
  connectivity_type = "private"
  private_ip        = "10.0.1.99"
  subnet_id         = module.provider.subnets["a"]
}

resource "aws_efs_file_system" "shared" {}

resource "aws_efs_mount_target" "shared" {
  for_each       = { for zone in ["a", "b"] : zone => module.provider.subnets[zone] }
  file_system_id = aws_efs_file_system.shared.id
  subnet_id      = each.value
}
