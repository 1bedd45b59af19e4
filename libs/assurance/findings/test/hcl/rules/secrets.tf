# None of these is in use.
resource "aws_ssm_parameter" "fails_secrets_in_plan__access_key" {
  name  = "key"
  type  = "String"
  value = jsonencode({ id = "AKIAZ7QWERTYUIOPASDF" })
}

resource "aws_instance" "fails_secrets_in_plan__user_data" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"
  user_data     = <<-EOT
    #!/bin/sh
    export DB_PASSWORD=canary-heredoc
    exec orders
  EOT
}

resource "aws_db_instance" "fails_secrets_in_plan__password" {
  instance_class = "db.t4g.micro"
  password       = "canary-password"
}

resource "aws_db_instance" "passes_secrets_in_plan" {
  instance_class              = "db.t4g.micro"
  manage_master_user_password = true
}

resource "aws_secretsmanager_secret_version" "passes_secrets_in_plan" {
  secret_id                = aws_secretsmanager_secret.passes_secret_key.id
  secret_string_wo         = "canary-write-only"
  secret_string_wo_version = 1
}
