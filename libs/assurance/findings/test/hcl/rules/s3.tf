resource "aws_s3_bucket" "fails_bucket_public_access" {}

resource "aws_s3_bucket" "fails_bucket_public_access__half" {}

resource "aws_s3_bucket_public_access_block" "half" {
  bucket            = aws_s3_bucket.fails_bucket_public_access__half.id
  block_public_acls = true
}

resource "aws_s3_bucket" "passes_bucket_public_access" {}

resource "aws_s3_bucket_public_access_block" "whole" {
  bucket                  = aws_s3_bucket.passes_bucket_public_access.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "passes_bucket_public_access__by_name" {
  bucket = "orders"
}

resource "aws_s3_bucket_public_access_block" "by_name" {
  bucket                  = "orders"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "fails_bucket_key" {}

resource "aws_s3_bucket" "passes_bucket_key" {}

resource "aws_s3_bucket_server_side_encryption_configuration" "key" {
  bucket = aws_s3_bucket.passes_bucket_key.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.main.arn
    }
  }
}

resource "aws_s3_bucket" "fails_bucket_versioning" {}

resource "aws_s3_bucket" "fails_bucket_versioning__suspended" {}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.fails_bucket_versioning__suspended.id
  versioning_configuration { status = "Suspended" }
}

resource "aws_s3_bucket" "passes_bucket_versioning" {}

resource "aws_s3_bucket_versioning" "enabled" {
  bucket = aws_s3_bucket.passes_bucket_versioning.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket" "fails_bucket_tls_only" {}

resource "aws_s3_bucket" "passes_bucket_tls_only" {}

resource "aws_s3_bucket_policy" "tls_only" {
  bucket = aws_s3_bucket.passes_bucket_tls_only.id
  policy = data.aws_iam_policy_document.tls_only.json
}

data "aws_iam_policy_document" "tls_only" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.passes_bucket_tls_only.arn, "${aws_s3_bucket.passes_bucket_tls_only.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_acl" "fails_bucket_acl_public" {
  bucket = aws_s3_bucket.fails_bucket_key.id
  acl    = "public-read"
}

resource "aws_s3_bucket_acl" "passes_bucket_acl_public" {
  bucket = aws_s3_bucket.fails_bucket_key.id
  acl    = "private"
}

resource "aws_s3_bucket_policy" "fails_bucket_policy_public" {
  bucket = aws_s3_bucket.fails_bucket_key.id
  policy = data.aws_iam_policy_document.public.json
}

data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.fails_bucket_key.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "passes_bucket_policy_public" {
  bucket = aws_s3_bucket.passes_bucket_key.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:PutObject", Resource = "arn:aws:s3:::orders/*" }]
  })
}
