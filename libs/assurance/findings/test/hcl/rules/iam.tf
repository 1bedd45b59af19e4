resource "aws_sqs_queue_policy" "fails_resource_policy_public" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }]
  })
}

resource "aws_sns_topic" "fails_resource_policy_public" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*"
      Condition = { StringNotEquals = { "aws:PrincipalAccount" = "123456789012" } }
    }]
  })
}

resource "aws_sns_topic" "passes_resource_policy_public" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:s3:::orders" } }
    }]
  })
}

resource "aws_iam_policy" "fails_admin_policy" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "*"], Resource = "*" }]
  })
}

resource "aws_iam_role" "fails_admin_policy__inline" {
  assume_role_policy = aws_iam_role.main.assume_role_policy
  inline_policy {
    name = "all"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "*:*", Resource = "*" }]
    })
  }
}

resource "aws_iam_policy" "passes_admin_policy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:*", Resource = "*" },
      { Effect = "Deny", Action = "*", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "fails_admin_attachment" {
  role       = aws_iam_role.main.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "passes_admin_attachment" {
  role       = aws_iam_role.main.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "fails_pass_role_any" {
  role = aws_iam_role.main.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "iam:Pass*", Resource = "*" }
  })
}

resource "aws_iam_role_policy" "passes_pass_role_any__service" {
  role = aws_iam_role.main.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "iam:PassRole", Resource = "*"
      Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }
    }]
  })
}

resource "aws_iam_role_policy" "passes_pass_role_any" {
  role = aws_iam_role.main.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/worker" }]
  })
}

resource "aws_iam_role" "fails_trust_anyone" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }]
  })
}

resource "aws_iam_role" "passes_trust_anyone" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } }
    }]
  })
}

resource "aws_iam_role" "fails_trust_other_account" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::210987654321:root" } }]
  })
}

resource "aws_iam_role" "passes_trust_other_account__external_id" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "210987654321" }
      Condition = { StringEquals = { "sts:ExternalId" = "orders" } }
    }]
  })
}

resource "aws_iam_role" "passes_trust_other_account__own" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:role/worker" } }]
  })
}

resource "aws_iam_role" "passes_trust_other_account__own_role" {
  assume_role_policy = data.aws_iam_policy_document.own_role.json
}

data "aws_iam_policy_document" "own_role" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.main.arn]
    }
  }
}

resource "aws_iam_role" "fails_trust_oidc_subject" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } }
    }]
  })
}

resource "aws_iam_role" "fails_trust_oidc_subject__any_repository" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" } }
    }]
  })
}

resource "aws_iam_role" "passes_trust_oidc_subject" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:culvert/culvert:*" } }
    }]
  })
}

resource "aws_iam_access_key" "fails_user_access_key" {
  user = "deployer"
}

resource "aws_iam_user" "passes_user_access_key" {
  name = "deployer"
}

resource "aws_iam_policy" "fails_document_readable" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.main.arn }]
  })
}

resource "aws_iam_policy" "passes_document_readable" {
  policy = data.aws_iam_policy_document.decrypt.json
}

data "aws_iam_policy_document" "decrypt" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.main.arn]
  }
}
