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

resource "aws_vpc" "main" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = false
  ipv6_cidr_block                  = null
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "this" {
  for_each = {
    public   = { cidr = "10.0.1.0/24", az = "us-east-1a" }
    public-b = { cidr = "10.0.2.0/24", az = "us-east-1b" }
    private  = { cidr = "10.0.11.0/24", az = "us-east-1a" }
    stateful = { cidr = "10.0.12.0/24", az = "us-east-1a" }
    tight    = { cidr = "10.0.13.0/24", az = "us-east-1b" }
    dark     = { cidr = "10.0.14.0/24", az = "us-east-1b" }
  }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr
  availability_zone = each.value.az
  tags              = { Name = each.key }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = toset(["public", "public-b"])
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.this["public"].id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "nat" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_route_table_association" "private" {
  for_each       = toset(["private", "stateful", "tight"])
  subnet_id      = aws_subnet.this[each.value].id
  route_table_id = aws_route_table.private.id
}

# A subnet whose list lets requests in and forgets the replies.
resource "aws_network_acl" "stateful" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [aws_subnet.this["stateful"].id]
  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.0.0.0/16"
    from_port  = 443
    to_port    = 443
  }
  egress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.0.0.0/16"
    from_port  = 443
    to_port    = 443
  }
}

# Linux's ephemeral ports are let out, a deny of one host comes first.
resource "aws_network_acl" "tight" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_association" "tight" {
  network_acl_id = aws_network_acl.tight.id
  subnet_id      = aws_subnet.this["tight"].id
}

resource "aws_network_acl_rule" "tight" {
  for_each = {
    "90-in-deny" = { n = 90, egress = false, action = "deny", protocol = "tcp", cidr = "10.0.1.66/32", from = 0, to = 65535 }
    "100-in"     = { n = 100, egress = false, action = "allow", protocol = "tcp", cidr = "10.0.0.0/16", from = 5432, to = 5432 }
    "110-in-udp" = { n = 110, egress = false, action = "allow", protocol = "udp", cidr = "10.0.0.0/16", from = 514, to = 520 }
    "100-out"    = { n = 100, egress = true, action = "allow", protocol = "tcp", cidr = "10.0.0.0/16", from = 32768, to = 65535 }
  }
  network_acl_id = aws_network_acl.tight.id
  rule_number    = each.value.n
  egress         = each.value.egress
  rule_action    = each.value.action
  protocol       = each.value.protocol
  cidr_block     = each.value.cidr
  from_port      = each.value.from
  to_port        = each.value.to
}

resource "aws_ec2_managed_prefix_list" "office" {
  name           = "office"
  address_family = "IPv4"
  max_entries    = 5
  dynamic "entry" {
    for_each = toset(["198.51.100.0/24", "203.0.113.0/25"])
    content {
      cidr = entry.value
    }
  }
}

resource "aws_security_group" "open" {
  name   = "open"
  vpc_id = aws_vpc.main.id
  ingress {
    description     = "ssh from the office"
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    prefix_list_ids = [aws_ec2_managed_prefix_list.office.id]
  }
  ingress {
    description = "ping"
    protocol    = "icmp"
    from_port   = 8
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "each other"
    protocol    = -1
    from_port   = 0
    to_port     = 0
    self        = true
  }
  egress {
    protocol    = -1
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "server" {
  name   = "server"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "server" {
  for_each = {
    https    = { protocol = "tcp", from = 443, to = 443 }
    postgres = { protocol = "tcp", from = 5400, to = 5500 }
    syslog   = { protocol = "17", from = 514, to = 514 }
    ping     = { protocol = "icmp", from = -1, to = -1 }
  }
  type              = "ingress"
  security_group_id = aws_security_group.server.id
  cidr_blocks       = [aws_vpc.main.cidr_block]
  protocol          = each.value.protocol
  from_port         = each.value.from
  to_port           = each.value.to
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
}

resource "aws_instance" "bastion" {
  ami                         = data.aws_ami.linux.id
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.this["public"].id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.open.id]
  private_ip                  = "10.0.1.10"
}

resource "aws_instance" "banned" {
  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["public"].id
  private_ip             = "10.0.1.66"
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_instance" "server" {
  for_each               = toset(["private", "stateful", "tight", "dark"])
  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this[each.key].id
  vpc_security_group_ids = [aws_security_group.server.id]
}

# Has a public address in a private subnet: nobody gets there.
resource "aws_instance" "misplaced" {
  ami                         = data.aws_ami.linux.id
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.this["private"].id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.open.id]
}

resource "aws_eip" "late" {
  domain = "vpc"
}

resource "aws_instance" "late" {
  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["public-b"].id
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_eip_association" "late" {
  instance_id   = aws_instance.late.id
  allocation_id = aws_eip.late.id
}

# An ALB whose group does not let health checks out, an NLB without groups.
resource "aws_security_group" "balancer" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    protocol        = "tcp"
    from_port       = 8080
    to_port         = 8080
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  for_each                     = { app = 8080, admin = 9090 }
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_ingress_rule" "web_tcp" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 7000
  to_port           = 7000
}

resource "aws_instance" "web" {
  count                  = 2
  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["private"].id
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = [aws_subnet.this["public"].id, aws_subnet.this["public-b"].id]
  security_groups    = [aws_security_group.balancer.id]
}

resource "aws_lb_target_group" "web" {
  for_each = { app = 8080, admin = 9090 }
  name     = each.key
  port     = each.value
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_target_group_attachment" "web" {
  for_each         = aws_lb_target_group.web
  target_group_arn = each.value.arn
  target_id        = aws_instance.web[0].id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "blocked" {
  listener_arn = aws_lb_listener.web.arn
  priority     = 10
  condition {
    path_pattern {
      values = ["/app/internal/*"]
    }
  }
  action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "403"
    }
  }
}

resource "aws_lb_listener_rule" "app" {
  listener_arn = aws_lb_listener.web.arn
  priority     = 20
  condition {
    path_pattern {
      values = ["/app/*"]
    }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web["app"].arn
  }
}

resource "aws_lb_listener_rule" "admin" {
  listener_arn = aws_lb_listener.web.arn
  priority     = 30
  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }
  action {
    type = "forward"
    forward {
      target_group {
        arn = aws_lb_target_group.web["admin"].arn
      }
    }
  }
}

resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
  internal           = false
  dynamic "subnet_mapping" {
    for_each = ["public", "public-b"]
    content {
      subnet_id = aws_subnet.this[subnet_mapping.value].id
    }
  }
}

resource "aws_lb_target_group" "tcp" {
  name        = "tcp"
  port        = 7000
  protocol    = "TCP"
  target_type = "instance"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_target_group_attachment" "tcp" {
  target_group_arn = aws_lb_target_group.tcp.arn
  target_id        = aws_instance.web[0].id
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 7000
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tcp.arn
  }
}
