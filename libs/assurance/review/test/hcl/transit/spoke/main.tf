variable "name" { type = string }
variable "cidr" { type = string }
variable "zones" { type = list(string) }
variable "attached" { type = list(string) }
variable "transit_gateway_id" { type = string }

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "this" {
  for_each          = { for index, zone in var.zones : zone => index }
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 8, each.value)
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  vpc_id             = aws_vpc.this.id
  transit_gateway_id = var.transit_gateway_id
  subnet_ids         = [for zone in var.attached : aws_subnet.this[zone].id]
}

resource "aws_default_route_table" "this" {
  default_route_table_id = aws_vpc.this.default_route_table_id
}

resource "aws_route" "default" {
  route_table_id         = aws_default_route_table.this.id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = var.transit_gateway_id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.this]
}

resource "aws_security_group" "this" {
  vpc_id = aws_vpc.this.id
  dynamic "ingress" {
    for_each = { https = 443, icmp = -1 }
    content {
      protocol    = ingress.key == "icmp" ? "icmp" : "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "this" {
  for_each               = aws_subnet.this
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.this.id]
}

output "vpc_id" {
  value = aws_vpc.this.id
}
output "attachment_id" {
  value = aws_ec2_transit_gateway_vpc_attachment.this.id
}
output "route_table_id" {
  value = aws_default_route_table.this.id
}
