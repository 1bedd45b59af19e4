resource "aws_lb" "fails_lb_public" {
  subnets = [aws_subnet.main.id]
}

resource "aws_alb" "fails_lb_public__alias" {
  internal = false
  subnets  = [aws_subnet.main.id]
}

resource "aws_lb" "fails_lb_public__unknown" {
  internal = terraform_data.later.output == "x"
  subnets  = [aws_subnet.main.id]
}

resource "aws_lb" "passes_lb_public" {
  internal = true
  subnets  = [aws_subnet.main.id]
}

resource "aws_lb" "fails_lb_deletion_protection" {
  subnets = [aws_subnet.main.id]
}

resource "aws_lb" "passes_lb_deletion_protection" {
  subnets                    = [aws_subnet.main.id]
  enable_deletion_protection = true
}

resource "aws_lb" "fails_lb_access_logs" {
  subnets = [aws_subnet.main.id]
}

resource "aws_lb" "fails_lb_access_logs__off" {
  subnets = [aws_subnet.main.id]
  access_logs {
    bucket  = "logs"
    enabled = false
  }
}

resource "aws_lb" "fails_lb_access_logs__tls" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
}

resource "aws_lb_listener" "passes_lb_weak_tls__1_2" {
  load_balancer_arn = aws_lb.fails_lb_access_logs__tls.arn
  protocol          = "TLS"
  port              = 443
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS-1-2-2017-01"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}

resource "aws_lb" "passes_lb_access_logs" {
  subnets = [aws_subnet.main.id]
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_lb" "passes_lb_access_logs__tcp" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
}

resource "aws_lb" "fails_alb_invalid_headers" {
  subnets = [aws_subnet.main.id]
}

resource "aws_lb" "passes_alb_invalid_headers" {
  subnets                    = [aws_subnet.main.id]
  drop_invalid_header_fields = true
}

resource "aws_lb" "passes_alb_invalid_headers__network" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
}

resource "aws_lb" "fails_alb_desync_mitigation" {
  subnets                = [aws_subnet.main.id]
  desync_mitigation_mode = "monitor"
}

resource "aws_lb" "passes_alb_desync_mitigation" {
  subnets = [aws_subnet.main.id]
}

locals {
  certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_lb_listener" "fails_lb_plain_http" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTP"
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}

resource "aws_lb_listener" "fails_lb_plain_http__redirect_to_http" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTP"
  port              = 80
  default_action {
    type = "redirect"
    redirect {
      status_code = "HTTP_301"
      port        = "8080"
      protocol    = "HTTP"
    }
  }
}

resource "aws_lb_listener" "passes_lb_plain_http" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTP"
  port              = 80
  default_action {
    type = "redirect"
    redirect {
      status_code = "HTTP_301"
      port        = "443"
      protocol    = "HTTPS"
    }
  }
}

resource "aws_lb_listener" "fails_lb_weak_tls__default" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}

resource "aws_lb_listener" "fails_lb_weak_tls" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-0-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}

resource "aws_lb_listener" "passes_lb_weak_tls" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}

resource "aws_lb" "fails_nlb_without_groups" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
}

resource "aws_lb" "passes_nlb_without_groups" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.main.id]
  security_groups    = [aws_security_group.main.id]
}

resource "aws_lb_target_group" "fails_target_group_health_check" {
  protocol = "HTTP"
  port     = 80
  vpc_id   = aws_vpc.main.id
  health_check {
    enabled = false
  }
}

resource "aws_lb_target_group" "passes_target_group_health_check" {
  protocol = "HTTP"
  port     = 80
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_target_group" "passes_target_group_health_check__function" {
  target_type = "lambda"
}

resource "aws_lb_trust_store" "fails_trust_store_revocation" {
  ca_certificates_bundle_s3_bucket = "certificates"
  ca_certificates_bundle_s3_key    = "ca.pem"
}

resource "aws_lb_trust_store" "passes_trust_store_revocation" {
  ca_certificates_bundle_s3_bucket = "certificates"
  ca_certificates_bundle_s3_key    = "ca.pem"
}

resource "aws_lb_trust_store_revocation" "main" {
  trust_store_arn       = aws_lb_trust_store.passes_trust_store_revocation.arn
  revocations_s3_bucket = "certificates"
  revocations_s3_key    = "revoked.crl"
}

resource "aws_lb_trust_store" "fails_trust_store_object_version" {
  ca_certificates_bundle_s3_bucket = "certificates"
  ca_certificates_bundle_s3_key    = "ca.pem"
}

resource "aws_lb_trust_store" "passes_trust_store_object_version" {
  ca_certificates_bundle_s3_bucket         = "certificates"
  ca_certificates_bundle_s3_key            = "ca.pem"
  ca_certificates_bundle_s3_object_version = terraform_data.later.output
}

resource "aws_lb_listener" "fails_mtls_passthrough" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
  mutual_authentication {
    mode = "passthrough"
  }
}

resource "aws_lb_listener" "passes_mtls_passthrough" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
  mutual_authentication {
    mode            = "verify"
    trust_store_arn = aws_lb_trust_store.passes_trust_store_revocation.arn
  }
}

resource "aws_lb_listener" "fails_mtls_expired_certificates" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
  mutual_authentication {
    mode                             = "verify"
    trust_store_arn                  = aws_lb_trust_store.passes_trust_store_revocation.arn
    ignore_client_certificate_expiry = true
  }
}

resource "aws_lb_listener" "passes_mtls_expired_certificates" {
  load_balancer_arn = aws_lb.passes_lb_public.arn
  protocol          = "HTTPS"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.passes_target_group_health_check.arn
  }
}
