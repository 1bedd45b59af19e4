resource "aws_secretsmanager_secret" "fails_secret_rotation" {
  name = "a"
}

resource "aws_secretsmanager_secret" "passes_secret_rotation" {
  name = "b"
}

resource "aws_secretsmanager_secret_rotation" "b" {
  secret_id           = aws_secretsmanager_secret.passes_secret_rotation.id
  rotation_lambda_arn = aws_lambda_function.passes_function_tracing.arn
  rotation_rules { automatically_after_days = 30 }
}

resource "aws_secretsmanager_secret" "fails_secret_key" {
  name = "c"
}

resource "aws_secretsmanager_secret" "fails_secret_key__named" {
  name       = "c2"
  kms_key_id = "alias/aws/secretsmanager"
}

resource "aws_secretsmanager_secret" "passes_secret_key" {
  name       = "d"
  kms_key_id = "alias/orders"
}

resource "aws_secretsmanager_secret" "fails_secret_recovery" {
  name                    = "e"
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "passes_secret_recovery" {
  name = "f"
}

resource "aws_secretsmanager_secret_policy" "fails_secret_policy_public" {
  secret_arn = aws_secretsmanager_secret.passes_secret_rotation.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_policy" "passes_secret_policy_public" {
  secret_arn = aws_secretsmanager_secret.passes_secret_rotation.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "210987654321" }, Action = "secretsmanager:GetSecretValue", Resource = "*" },
      { Effect = "Deny", Principal = "*", Action = "secretsmanager:DeleteSecret", Resource = "*" },
    ]
  })
}
