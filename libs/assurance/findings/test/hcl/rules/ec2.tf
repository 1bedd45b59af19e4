resource "aws_security_group" "fails_security_group_open_admin__inline" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol    = "tcp"
    from_port   = 0
    to_port     = 1024
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "fails_security_group_open_admin" {
  type              = "ingress"
  security_group_id = aws_security_group.rules.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_vpc_security_group_ingress_rule" "fails_security_group_open_admin__half_of_the_internet" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "128.0.0.0/1"
}

resource "aws_vpc_security_group_ingress_rule" "fails_security_group_open_admin__prefix_list" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  prefix_list_id    = aws_ec2_managed_prefix_list.everyone.id
}

resource "aws_ec2_managed_prefix_list" "everyone" {
  name           = "everyone"
  address_family = "IPv4"
  max_entries    = 1
  entry { cidr = "0.0.0.0/0" }
}

resource "aws_vpc_security_group_ingress_rule" "fails_security_group_open_admin__unknown" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = terraform_data.later.output
}

resource "aws_vpc_security_group_ingress_rule" "passes_security_group_open_admin" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group_rule" "passes_security_group_open_admin__egress" {
  type              = "egress"
  security_group_id = aws_security_group.rules.id
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_vpc_security_group_ingress_rule" "passes_security_group_open_admin__web" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "fails_security_group_open_ingress" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "passes_security_group_open_ingress" {
  security_group_id            = aws_security_group.standalone.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
  referenced_security_group_id = aws_security_group.main.id
}

resource "aws_vpc_security_group_ingress_rule" "passes_security_group_open_ingress__ping" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "icmp"
  from_port         = 8
  to_port           = 0
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "fails_security_group_open_web" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_ingress_rule" "passes_security_group_open_web" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "fc00::/7"
}

resource "aws_vpc_security_group_egress_rule" "fails_security_group_open_egress" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "passes_security_group_open_egress" {
  security_group_id = aws_security_group.standalone.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "rules" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "standalone" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "fails_security_group_mixed_rules" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "mixed" {
  security_group_id = aws_security_group.fails_security_group_mixed_rules.id
  ip_protocol       = "tcp"
  from_port         = 444
  to_port           = 444
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group" "fails_security_group_mixed_rules__standalone" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "mixed" {
  type              = "ingress"
  security_group_id = aws_security_group.fails_security_group_mixed_rules__standalone.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "aws_vpc_security_group_ingress_rule" "mixed_standalone" {
  security_group_id = aws_security_group.fails_security_group_mixed_rules__standalone.id
  ip_protocol       = "tcp"
  from_port         = 444
  to_port           = 444
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group" "passes_security_group_mixed_rules__directions" {
  vpc_id = aws_vpc.main.id
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "directions" {
  security_group_id = aws_security_group.passes_security_group_mixed_rules__directions.id
  ip_protocol       = "tcp"
  from_port         = 444
  to_port           = 444
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group" "passes_security_group_mixed_rules" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "alone" {
  security_group_id = aws_security_group.passes_security_group_mixed_rules.id
  ip_protocol       = "tcp"
  from_port         = 444
  to_port           = 444
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group" "fails_security_group_unused" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "passes_security_group_unused__interface" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_interface" "main" {
  subnet_id       = aws_subnet.main.id
  security_groups = [aws_security_group.passes_security_group_unused__interface.id]
}

resource "aws_security_group" "passes_security_group_unused__rule" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "from_group" {
  security_group_id            = aws_security_group.standalone.id
  ip_protocol                  = "tcp"
  from_port                    = 9443
  to_port                      = 9443
  referenced_security_group_id = aws_security_group.passes_security_group_unused__rule.id
}

resource "aws_security_group" "passes_security_group_unused__exported" {
  vpc_id = aws_vpc.main.id
}

output "group" {
  value = aws_security_group.passes_security_group_unused__exported.id
}

resource "aws_security_group" "passes_security_group_unused__function" {
  vpc_id = aws_vpc.main.id
}

resource "aws_lambda_function" "in_vpc" {
  function_name = "in-vpc"
  role          = aws_iam_role.main.arn
  s3_bucket     = "code"
  s3_key        = "code.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  vpc_config {
    subnet_ids         = [aws_subnet.main.id]
    security_group_ids = [aws_security_group.passes_security_group_unused__function.id]
  }
}

resource "aws_default_security_group" "fails_default_group_rules" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol  = "-1"
    from_port = 0
    to_port   = 0
    self      = true
  }
}

resource "aws_default_security_group" "passes_default_group_rules" {
  vpc_id = aws_vpc.other.id
}

resource "aws_vpc" "other" {
  cidr_block = "10.9.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "fails_default_group_rules" {
  security_group_id = aws_vpc.other.default_security_group_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_network_acl" "fails_network_acl_mixed_rules" {
  vpc_id = aws_vpc.main.id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "10.0.0.0/8"
  }
}

resource "aws_network_acl_rule" "mixed" {
  network_acl_id = aws_network_acl.fails_network_acl_mixed_rules.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 444
  to_port        = 444
  cidr_block     = "10.0.0.0/8"
}

resource "aws_network_acl" "passes_network_acl_mixed_rules" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl" "passes_network_acl_mixed_rules__directions" {
  vpc_id = aws_vpc.main.id
  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "10.0.0.0/8"
  }
}

resource "aws_network_acl_rule" "directions" {
  network_acl_id = aws_network_acl.passes_network_acl_mixed_rules__directions.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 444
  to_port        = 444
  cidr_block     = "10.0.0.0/8"
}

resource "aws_network_acl_rule" "alone" {
  network_acl_id = aws_network_acl.passes_network_acl_mixed_rules.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 444
  to_port        = 444
  cidr_block     = "10.0.0.0/8"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_nat_gateway" "main" {
  subnet_id         = aws_subnet.main.id
  connectivity_type = "private"
}

resource "aws_route_table" "fails_route_table_mixed_routes" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route" "mixed" {
  route_table_id         = aws_route_table.fails_route_table_mixed_routes.id
  destination_cidr_block = "10.8.0.0/16"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_route_table" "passes_route_table_mixed_routes" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "alone" {
  route_table_id         = aws_route_table.passes_route_table_mixed_routes.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_route_table" "out" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "out" {
  route_table_id         = aws_route_table.out.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_subnet" "fails_private_subnet_internet_route" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
  tags       = { Name = "orders-private-a" }
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.fails_private_subnet_internet_route.id
  route_table_id = aws_route_table.fails_route_table_mixed_routes.id
}

resource "aws_subnet" "fails_private_subnet_internet_route__route" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
  tags       = { Tier = "Private" }
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.fails_private_subnet_internet_route__route.id
  route_table_id = aws_route_table.out.id
}

resource "aws_subnet" "passes_private_subnet_internet_route" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
  tags       = { Tier = "Private" }
}

resource "aws_route_table_association" "c" {
  subnet_id      = aws_subnet.passes_private_subnet_internet_route.id
  route_table_id = aws_route_table.passes_route_table_mixed_routes.id
}

resource "aws_subnet" "passes_private_subnet_internet_route__public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
  tags       = { Name = "public" }
}

resource "aws_route_table_association" "d" {
  subnet_id      = aws_subnet.passes_private_subnet_internet_route__public.id
  route_table_id = aws_route_table.out.id
}

resource "aws_subnet" "fails_subnet_public_addresses" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.5.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "passes_subnet_public_addresses" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.6.0/24"
}

resource "aws_vpc" "fails_vpc_flow_logs" {
  cidr_block = "10.10.0.0/16"
}

resource "aws_vpc" "passes_vpc_flow_logs" {
  cidr_block = "10.11.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.passes_vpc_flow_logs.id
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
}

resource "aws_vpc" "overlapped" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fails_vpc_overlap__peering" {
  cidr_block = "10.20.128.0/17"
}

resource "aws_vpc_peering_connection" "overlap" {
  vpc_id      = aws_vpc.overlapped.id
  peer_vpc_id = aws_vpc.fails_vpc_overlap__peering.id
}

resource "aws_vpc" "fails_vpc_overlap__transit_gateway" {
  cidr_block = "10.21.0.0/16"
}

resource "aws_vpc_ipv4_cidr_block_association" "overlap" {
  vpc_id     = aws_vpc.fails_vpc_overlap__transit_gateway.id
  cidr_block = "10.20.0.0/24"
}

resource "aws_vpc" "passes_vpc_overlap__unconnected" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "passes_vpc_overlap" {
  cidr_block = "10.22.0.0/16"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  for_each = {
    a = aws_vpc.overlapped.id
    b = aws_vpc.fails_vpc_overlap__transit_gateway.id
    c = aws_vpc.passes_vpc_overlap.id
  }
  transit_gateway_id = aws_ec2_transit_gateway.passes_transit_gateway_auto_accept.id
  vpc_id             = each.value
  subnet_ids         = ["subnet-0123456789abcdef0"]
}

resource "aws_ec2_transit_gateway" "fails_transit_gateway_auto_accept" {
  auto_accept_shared_attachments = "enable"
}

resource "aws_ec2_transit_gateway" "passes_transit_gateway_auto_accept" {}

resource "aws_ec2_transit_gateway" "fails_transit_gateway_default_association" {}

resource "aws_ec2_transit_gateway" "passes_transit_gateway_default_association" {
  default_route_table_association = "disable"
}

resource "aws_ec2_transit_gateway" "fails_transit_gateway_default_propagation" {}

resource "aws_ec2_transit_gateway" "passes_transit_gateway_default_propagation" {
  default_route_table_propagation = "disable"
}

resource "aws_instance" "fails_instance_metadata" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"
}

resource "aws_instance" "passes_instance_metadata" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"
  metadata_options { http_tokens = "required" }
}

resource "aws_launch_template" "fails_instance_metadata" {}

resource "aws_launch_template" "passes_instance_metadata" {
  metadata_options { http_tokens = "required" }
}

resource "aws_ebs_volume" "fails_volume_encryption" {
  availability_zone = "eu-central-1a"
  size              = 1
}

resource "aws_ebs_volume" "passes_volume_encryption" {
  availability_zone = "eu-central-1a"
  size              = 1
  encrypted         = true
}
