variable "name" { type = string }
variable "managed" { type = map(string) }
variable "statements" {
  type    = list(string)
  default = []
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = { team = var.name }
}

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Functions"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "managed" {
  for_each   = var.managed
  role       = aws_iam_role.this.name
  policy_arn = each.value
}

output "name" { value = aws_iam_role.this.name }
output "arn" { value = aws_iam_role.this.arn }
