locals {
  code = { s3_bucket = "code", s3_key = "code.zip" }
}

resource "aws_lambda_function" "fails_function_runtime_deprecated" {
  function_name = "a"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs16.x"
}

resource "aws_lambda_function" "passes_function_runtime_deprecated" {
  function_name = "b"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "passes_function_runtime_deprecated__image" {
  function_name = "b-image"
  role          = aws_iam_role.main.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders:1"
}

resource "aws_lambda_function" "fails_function_secret_in_environment" {
  function_name = "c"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  environment {
    variables = { OKTA_CLIENT_SECRET = "canary" }
  }
}

resource "aws_lambda_function" "passes_function_secret_in_environment" {
  function_name = "d"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  environment {
    variables = {
      CLIENT_SECRET     = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:okta-AbCdEf"
      CLIENT_SECRET_ARN = "okta"
      TOKEN_URL         = "https://example.okta.com/oauth2/default/v1/token"
      KEY_ID            = aws_kms_key.main.key_id
    }
  }
}

resource "aws_lambda_function" "fails_function_tracing" {
  function_name = "e"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "passes_function_tracing" {
  function_name = "f"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  tracing_config { mode = "Active" }
}

resource "aws_lambda_function" "fails_function_concurrency" {
  function_name = "g"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "passes_function_concurrency" {
  function_name                  = "h"
  role                           = aws_iam_role.main.arn
  s3_bucket                      = local.code.s3_bucket
  s3_key                         = local.code.s3_key
  handler                        = "index.handler"
  runtime                        = "nodejs22.x"
  reserved_concurrent_executions = 5
}

resource "aws_lambda_function" "fails_function_dead_letters" {
  function_name = "i"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "passes_function_dead_letters" {
  function_name = "j"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  dead_letter_config { target_arn = "arn:aws:sqs:eu-central-1:123456789012:lost" }
}

resource "aws_lambda_function" "passes_function_dead_letters__destination" {
  function_name = "k"
  role          = aws_iam_role.main.arn
  s3_bucket     = local.code.s3_bucket
  s3_key        = local.code.s3_key
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function_event_invoke_config" "k" {
  function_name = aws_lambda_function.passes_function_dead_letters__destination.function_name
  destination_config {
    on_failure { destination = "arn:aws:sqs:eu-central-1:123456789012:lost" }
  }
}

resource "aws_lambda_permission" "events" {
  for_each = {
    i = aws_lambda_function.fails_function_dead_letters.function_name
    j = aws_lambda_function.passes_function_dead_letters.arn
    k = aws_lambda_function.passes_function_dead_letters__destination.function_name
  }
  action        = "lambda:InvokeFunction"
  function_name = each.value
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-central-1:123456789012:rule/nightly"
}

resource "aws_lambda_permission" "fails_permission_service_source" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
}

resource "aws_lambda_permission" "fails_permission_service_source__bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::orders"
}

resource "aws_lambda_permission" "passes_permission_service_source" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = terraform_data.later.output
}

resource "aws_lambda_permission" "passes_permission_service_source__account" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "210987654321"
}

resource "aws_lambda_permission" "fails_permission_public" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
}

resource "aws_lambda_permission" "passes_permission_public" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = "o-abcdefghij"
}

resource "aws_lambda_function_url" "fails_function_url_public" {
  function_name      = "orders"
  authorization_type = "NONE"
}

resource "aws_lambda_function_url" "passes_function_url_public" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}
