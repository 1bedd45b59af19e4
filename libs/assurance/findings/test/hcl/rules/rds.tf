resource "aws_db_instance" "fails_database_public" {
  instance_class      = "db.t4g.micro"
  publicly_accessible = true
}

resource "aws_db_instance" "passes_database_public" {
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "fails_database_encryption" {
  instance_class = "db.t4g.micro"
}

resource "aws_rds_cluster" "fails_database_encryption" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "passes_database_encryption" {
  instance_class    = "db.t4g.micro"
  storage_encrypted = true
}

resource "aws_db_instance" "fails_database_deletion_protection" {
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "passes_database_deletion_protection" {
  instance_class      = "db.t4g.micro"
  deletion_protection = true
}
