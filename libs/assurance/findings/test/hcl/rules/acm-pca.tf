resource "aws_acmpca_certificate_authority" "fails_ca_revocation" {
  certificate_authority_configuration {
    key_algorithm     = "EC_secp384r1"
    signing_algorithm = "SHA384WITHECDSA"
    subject { common_name = "a" }
  }
}

resource "aws_acmpca_certificate_authority" "passes_ca_revocation" {
  certificate_authority_configuration {
    key_algorithm     = "EC_secp384r1"
    signing_algorithm = "SHA384WITHECDSA"
    subject { common_name = "b" }
  }
  revocation_configuration {
    crl_configuration {
      enabled            = true
      expiration_in_days = 7
      s3_bucket_name     = "revoked"
    }
  }
}

resource "aws_acmpca_certificate_authority" "passes_ca_revocation__short_lived" {
  usage_mode = "SHORT_LIVED_CERTIFICATE"
  certificate_authority_configuration {
    key_algorithm     = "EC_secp384r1"
    signing_algorithm = "SHA384WITHECDSA"
    subject { common_name = "c" }
  }
}

resource "aws_acmpca_certificate_authority" "fails_ca_key_algorithm" {
  certificate_authority_configuration {
    key_algorithm     = "RSA_2048"
    signing_algorithm = "SHA256WITHRSA"
    subject { common_name = "d" }
  }
}

resource "aws_acmpca_certificate_authority" "passes_ca_key_algorithm" {
  certificate_authority_configuration {
    key_algorithm     = "RSA_4096"
    signing_algorithm = "SHA512WITHRSA"
    subject { common_name = "e" }
  }
}
