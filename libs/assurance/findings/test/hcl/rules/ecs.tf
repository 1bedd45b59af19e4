resource "aws_ecs_cluster" "silent" {
  name = "silent"
}

resource "aws_ecs_cluster" "logging" {
  name = "logging"
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration { cloud_watch_log_group_name = "shells" }
    }
  }
}

resource "aws_ecs_service" "fails_service_public_ip" {
  name            = "a"
  task_definition = "orders:1"
  network_configuration {
    subnets          = [aws_subnet.main.id]
    assign_public_ip = true
  }
}

resource "aws_ecs_service" "passes_service_public_ip" {
  name            = "b"
  task_definition = "orders:1"
  network_configuration { subnets = [aws_subnet.main.id] }
}

resource "aws_ecs_service" "fails_exec_logging" {
  name                   = "c"
  cluster                = aws_ecs_cluster.silent.id
  task_definition        = "orders:1"
  enable_execute_command = true
}

resource "aws_ecs_service" "passes_exec_logging" {
  name                   = "d"
  cluster                = aws_ecs_cluster.logging.id
  task_definition        = "orders:1"
  enable_execute_command = true
}

resource "aws_ecs_service" "passes_exec_logging__none" {
  name            = "e"
  cluster         = aws_ecs_cluster.silent.id
  task_definition = "orders:1"
}

resource "aws_ecs_task_definition" "fails_container_privileged" {
  family                = "a"
  container_definitions = jsonencode([{ name = "a", image = "a" }, { name = "b", image = "b", privileged = true }])
}

resource "aws_ecs_task_definition" "passes_container_privileged" {
  family                = "b"
  container_definitions = jsonencode([{ name = "a", image = "a" }])
}

resource "aws_ecs_task_definition" "fails_container_root_file_system" {
  family                = "c"
  container_definitions = jsonencode([{ name = "a", image = "a" }])
}

resource "aws_ecs_task_definition" "passes_container_root_file_system" {
  family                = "d"
  container_definitions = jsonencode([{ name = "a", image = "a", readonlyRootFilesystem = true }])
}

resource "aws_ecs_task_definition" "fails_container_secret_in_environment" {
  family = "e"
  container_definitions = jsonencode([
    { name = "a", image = "a", environment = [{ name = "DB_PASSWORD", value = "canary" }] },
  ])
}

resource "aws_ecs_task_definition" "passes_container_secret_in_environment" {
  family = "f"
  container_definitions = jsonencode([{
    name        = "a", image = "a"
    environment = [{ name = "DB_HOST", value = "db" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db" }]
  }])
}

resource "aws_ecs_task_definition" "fails_document_readable" {
  family                = "g"
  container_definitions = jsonencode([{ name = "a", image = terraform_data.later.output }])
}
