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

# Inspection VPC with a firewall instance behind a Transit Gateway, appliance mode; GWLB for the web VPC;
# PrivateLink hub with an NLB; peering of the two.
locals {
  zone = "eu-west-1a"
  vpcs = {
    app     = "10.10.0.0/16"
    data    = "10.20.0.0/16"
    inspect = "10.30.0.0/16"
  }
}

resource "aws_vpc" "this" {
  for_each   = local.vpcs
  cidr_block = each.value
}

resource "aws_subnet" "this" {
  for_each          = merge([for name, cidr in local.vpcs : { for i, kind in ["work", "transit"] : "${name}-${kind}" => { vpc = name, cidr = cidrsubnet(cidr, 8, i) } }]...)
  vpc_id            = aws_vpc.this[each.value.vpc].id
  cidr_block        = each.value.cidr
  availability_zone = local.zone
}

resource "aws_ec2_transit_gateway" "this" {
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "app" {
  vpc_id             = aws_vpc.this["app"].id
  subnet_ids         = [aws_subnet.this["app-transit"].id]
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "data" {
  vpc_id             = aws_vpc.this["data"].id
  subnet_ids         = [aws_subnet.this["data-transit"].id]
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "inspect" {
  vpc_id                 = aws_vpc.this["inspect"].id
  subnet_ids             = [aws_subnet.this["inspect-transit"].id]
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  appliance_mode_support = "enable"
}

resource "aws_ec2_transit_gateway_route_table" "spokes" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table" "inspect" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table_association" "app" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "data" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.data.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "inspect" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.inspect.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.inspect.id
}

resource "aws_ec2_transit_gateway_route" "inspect_everything" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.inspect.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "back_app" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.inspect.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "back_data" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.data.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.inspect.id
}

resource "aws_route" "spoke" {
  for_each               = toset(["app", "data"])
  route_table_id         = aws_vpc.this[each.key].main_route_table_id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
}

resource "aws_network_interface" "firewall" {
  subnet_id         = aws_subnet.this["inspect-work"].id
  source_dest_check = false
  security_groups   = [aws_security_group.any["inspect"].id]
}

resource "aws_instance" "firewall" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "c5n.large"
  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.firewall.id
  }
}

resource "aws_route_table" "to_firewall" {
  vpc_id = aws_vpc.this["inspect"].id
  route {
    cidr_block           = "10.0.0.0/8"
    network_interface_id = aws_network_interface.firewall.id
  }
}

resource "aws_route_table_association" "to_firewall" {
  subnet_id      = aws_subnet.this["inspect-transit"].id
  route_table_id = aws_route_table.to_firewall.id
}

resource "aws_route_table" "from_firewall" {
  vpc_id = aws_vpc.this["inspect"].id
  route {
    cidr_block         = "10.0.0.0/8"
    transit_gateway_id = aws_ec2_transit_gateway.this.id
  }
}

resource "aws_route_table_association" "from_firewall" {
  subnet_id      = aws_subnet.this["inspect-work"].id
  route_table_id = aws_route_table.from_firewall.id
}

resource "aws_security_group" "any" {
  for_each = aws_vpc.this
  vpc_id   = each.value.id
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["app-work"].id
  vpc_security_group_ids = [aws_security_group.any["app"].id]
}

resource "aws_instance" "data" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["data-work"].id
  vpc_security_group_ids = [aws_security_group.any["data"].id]
}

# PrivateLink: data offers a service on 8443 to app's account only, without acceptance.
resource "aws_lb" "service" {
  name                             = "service"
  internal                         = true
  load_balancer_type               = "network"
  subnets                          = [aws_subnet.this["data-work"].id]
  enable_cross_zone_load_balancing = true
}

resource "aws_lb_target_group" "service" {
  name        = "service"
  port        = 8443
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = aws_vpc.this["data"].id
}

resource "aws_lb_target_group_attachment" "service" {
  target_group_arn = aws_lb_target_group.service.arn
  target_id        = aws_instance.data.private_ip
}

resource "aws_lb_listener" "service" {
  load_balancer_arn = aws_lb.service.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service.arn
  }
}

resource "aws_vpc_endpoint_service" "service" {
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.service.arn]
}

data "aws_caller_identity" "this" {}

resource "aws_vpc_endpoint_service_allowed_principal" "service" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.service.id
  principal_arn           = "arn:aws:iam::${data.aws_caller_identity.this.account_id}:root"
}

resource "aws_security_group" "endpoint" {
  vpc_id = aws_vpc.this["app"].id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.any["app"].id]
  }
}

resource "aws_vpc_endpoint" "service" {
  vpc_id             = aws_vpc.this["app"].id
  service_name       = aws_vpc_endpoint_service.service.service_name
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.this["app-work"].id]
  security_group_ids = [aws_security_group.endpoint.id]
}

# Gateway Load Balancer before a web VPC.
resource "aws_vpc" "web" {
  cidr_block = "10.40.0.0/16"
}

resource "aws_internet_gateway" "web" {
  vpc_id = aws_vpc.web.id
}

resource "aws_subnet" "web" {
  for_each          = { web = "10.40.1.0/24", endpoint = "10.40.2.0/24" }
  vpc_id            = aws_vpc.web.id
  cidr_block        = each.value
  availability_zone = local.zone
}

resource "aws_lb" "gateway" {
  name               = "gateway"
  load_balancer_type = "gateway"
  subnets            = [aws_subnet.this["inspect-work"].id]
}

resource "aws_vpc_endpoint_service" "gateway" {
  acceptance_required        = false
  gateway_load_balancer_arns = [aws_lb.gateway.arn]
}

resource "aws_vpc_endpoint" "gateway" {
  vpc_id            = aws_vpc.web.id
  service_name      = aws_vpc_endpoint_service.gateway.service_name
  vpc_endpoint_type = "GatewayLoadBalancer"
  subnet_ids        = [aws_subnet.web["endpoint"].id]
}

resource "aws_route_table" "edge" {
  vpc_id = aws_vpc.web.id
  route {
    cidr_block      = "10.40.1.0/24"
    vpc_endpoint_id = aws_vpc_endpoint.gateway.id
  }
}

resource "aws_route_table_association" "edge" {
  gateway_id     = aws_internet_gateway.web.id
  route_table_id = aws_route_table.edge.id
}

resource "aws_route_table" "web" {
  vpc_id = aws_vpc.web.id
  route {
    cidr_block      = "0.0.0.0/0"
    vpc_endpoint_id = aws_vpc_endpoint.gateway.id
  }
}

resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web["web"].id
  route_table_id = aws_route_table.web.id
}

resource "aws_route_table" "endpoint" {
  vpc_id = aws_vpc.web.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.web.id
  }
}

resource "aws_route_table_association" "endpoint" {
  subnet_id      = aws_subnet.web["endpoint"].id
  route_table_id = aws_route_table.endpoint.id
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.web.id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.web["web"].id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}
