resource "aws_cloudwatch_log_group" "fails_log_group_retention" {}

resource "aws_cloudwatch_log_group" "passes_log_group_retention" {
  retention_in_days = 365
}
