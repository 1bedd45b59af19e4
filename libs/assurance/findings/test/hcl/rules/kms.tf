resource "aws_kms_key" "fails_key_rotation" {}

resource "aws_kms_key" "passes_key_rotation" {
  enable_key_rotation = true
}

resource "aws_kms_key" "passes_key_rotation__asymmetric" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

resource "aws_kms_key" "fails_key_policy_open" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_kms_key" "fails_key_policy_open__if_exists" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "kms:*", Resource = "*"
      Condition = { StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-abcdefghij" } }
    }]
  })
}

resource "aws_kms_key" "fails_key_policy_open__any" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "kms:*", Resource = "*"
      Condition = { StringLike = { "aws:PrincipalArn" = "*" } }
    }]
  })
}

resource "aws_kms_key_policy" "fails_key_policy_open" {
  key_id = aws_kms_key.main.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", NotPrincipal = { AWS = "210987654321" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_kms_key" "passes_key_policy_open" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect    = "Allow", Principal = { AWS = "*" }, Action = "kms:Decrypt", Resource = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = "123456789012", "kms:ViaService" = "secretsmanager.eu-central-1.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_kms_key" "passes_key_policy_open__unknown_organization" {
  policy = data.aws_iam_policy_document.organization.json
}

data "aws_iam_policy_document" "organization" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = [terraform_data.later.output]
    }
  }
}

resource "aws_kms_key" "fails_key_deletion_window" {
  deletion_window_in_days = 7
}

resource "aws_kms_key" "passes_key_deletion_window" {}
