locals {
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}

resource "aws_sfn_state_machine" "fails_state_machine_logs" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
}

resource "aws_sfn_state_machine" "passes_state_machine_logs" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
  logging_configuration {
    level           = "ERROR"
    log_destination = "arn:aws:logs:eu-central-1:123456789012:log-group:orders:*"
  }
}

resource "aws_sfn_state_machine" "fails_state_machine_logs_data" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "arn:aws:logs:eu-central-1:123456789012:log-group:orders:*"
  }
}

resource "aws_sfn_state_machine" "passes_state_machine_logs_data" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
}

resource "aws_sfn_state_machine" "fails_state_machine_tracing" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
}

resource "aws_sfn_state_machine" "passes_state_machine_tracing" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
  tracing_configuration { enabled = true }
}

resource "aws_sfn_state_machine" "fails_state_machine_key" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
}

resource "aws_sfn_state_machine" "passes_state_machine_key" {
  role_arn   = aws_iam_role.main.arn
  definition = local.definition
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.main.arn
  }
}
