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

variable "rules" {
  type = list(object({ port = number, cidr = string, desc = string }))
  default = [
    { port = 443, cidr = "10.0.0.0/8", desc = "a" },
    { port = 9000, cidr = "192.168.0.0/16", desc = "b" },
  ]
}

variable "internal" {
  type    = bool
  default = true
}

variable "subnets" {
  type = map(object({ cidr = string, az = string, public = bool }))
  default = {
    pub1  = { cidr = "10.0.0.0/24", az = "eu-west-1a", public = true }
    priv1 = { cidr = "10.0.10.0/24", az = "eu-west-1a", public = false }
    priv2 = { cidr = "10.0.11.0/24", az = "eu-west-1b", public = false }
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_ipv4_cidr_block_association" "second" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "100.64.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "main" {
  for_each          = var.subnets
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr
  availability_zone = each.value.az
}

resource "aws_subnet" "pods" {
  vpc_id            = aws_vpc_ipv4_cidr_block_association.second.vpc_id
  cidr_block        = "100.64.0.0/20"
  availability_zone = "eu-west-1a"
}

resource "aws_route_table" "main" {
  for_each = { for k, v in var.subnets : k => v }
  vpc_id   = aws_vpc.main.id
}

resource "aws_route" "internet" {
  for_each               = { for k, v in var.subnets : k => v if v.public }
  route_table_id         = aws_route_table.main[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "main" {
  for_each       = var.subnets
  subnet_id      = aws_subnet.main[each.key].id
  route_table_id = aws_route_table.main[each.key].id
}

resource "aws_nat_gateway" "private" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.main["priv1"].id
}

resource "aws_security_group" "dynamic" {
  name   = "dynamic"
  vpc_id = aws_vpc.main.id
  dynamic "ingress" {
    for_each = var.rules
    content {
      description = ingress.value.desc
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = [ingress.value.cidr]
    }
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "chain" {
  count  = 2
  name   = "chain-${count.index}"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "chain" {
  type                     = "ingress"
  security_group_id        = aws_security_group.chain[1].id
  source_security_group_id = aws_security_group.chain[0].id
  protocol                 = "tcp"
  from_port                = 8080
  to_port                  = 8090
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.chain[0].id
  cidr_blocks       = ["10.0.0.0/8"]
  protocol          = "6"
  from_port         = 0
  to_port           = 65535
}

resource "aws_instance" "client" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.main["priv1"].id
  vpc_security_group_ids = [aws_security_group.chain[0].id, aws_security_group.dynamic.id]
}

resource "aws_instance" "server" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.main["priv2"].id
  vpc_security_group_ids = aws_security_group.chain[*].id
}

resource "aws_instance" "pod" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.pods.id
  vpc_security_group_ids = [aws_security_group.dynamic.id]
}

resource "aws_lb" "maybe" {
  name            = "maybe"
  internal        = var.internal
  subnets         = [for k, v in aws_subnet.main : v.id if startswith(k, "priv")]
  security_groups = [aws_security_group.dynamic.id]
}

resource "aws_lb_listener" "maybe" {
  load_balancer_arn = aws_lb.maybe.arn
  port              = 9000
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_security_group" "fleet" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    self        = true
    cidr_blocks = ["10.0.10.0/24"]
  }
}

resource "aws_launch_template" "fleet" {
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.fleet.id]
}

resource "aws_autoscaling_group" "fleet" {
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = [aws_subnet.main["priv1"].id, aws_subnet.main["priv2"].id]
  target_group_arns   = [aws_lb_target_group.fleet.arn]
  launch_template {
    id = aws_launch_template.fleet.id
  }
}

resource "aws_lb_target_group" "fleet" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "main" {
  family                   = "main"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "c", image = "i", portMappings = [{ containerPort = 8080 }] }])
}

resource "aws_ecs_service" "main" {
  name            = "main"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.main.arn
  launch_type     = "FARGATE"
  desired_count   = 2
  network_configuration {
    subnets         = values(aws_subnet.main)[*].id
    security_groups = [aws_security_group.fleet.id]
  }
}

resource "aws_elasticache_subnet_group" "main" {
  name       = "main"
  subnet_ids = [aws_subnet.main["priv1"].id, aws_subnet.main["priv2"].id]
}

resource "aws_elasticache_cluster" "main" {
  cluster_id         = "main"
  engine             = "redis"
  node_type          = "cache.t3.micro"
  num_cache_nodes    = 1
  subnet_group_name  = aws_elasticache_subnet_group.main.name
  security_group_ids = [aws_security_group.chain[1].id]
}

# VPN with on-prem, propagated to one table.
resource "aws_vpn_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_customer_gateway" "office" {
  bgp_asn    = 65000
  ip_address = "203.0.113.9"
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "office" {
  vpn_gateway_id      = aws_vpn_gateway.main.id
  customer_gateway_id = aws_customer_gateway.office.id
  type                = "ipsec.1"
  static_routes_only  = true
}

resource "aws_vpn_connection_route" "office" {
  destination_cidr_block = "192.168.0.0/16"
  vpn_connection_id      = aws_vpn_connection.office.id
}

resource "aws_vpn_gateway_route_propagation" "office" {
  vpn_gateway_id = aws_vpn_gateway.main.id
  route_table_id = aws_route_table.main["priv1"].id
}
