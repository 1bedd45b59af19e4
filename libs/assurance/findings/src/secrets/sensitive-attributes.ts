/**
 * Attributes that are secrets by what they are for, and do not look it by their names. Terraform marks
 * them too, by and large.
 * @see https://github.com/hashicorp/terraform/issues/28522
 */
const SENSITIVE: ReadonlySet<string> = new Set([
  'aws_api_gateway_api_key.value',
  'aws_cognito_user_pool_client.client_secret',
  'aws_iam_access_key.secret',
  'aws_iam_access_key.ses_smtp_password_v4',
  'aws_secretsmanager_secret_version.secret_binary',
  'aws_secretsmanager_secret_version.secret_string',
  'github_actions_secret.plaintext_value',
  'random_password.bcrypt_hash',
  'random_password.result',
  'tls_private_key.private_key_openssh',
  'tls_private_key.private_key_pem',
  'tls_private_key.private_key_pem_pkcs8',
]);

export function isSecretAttribute(type: string | undefined, attribute: string): boolean {
  return type !== undefined && SENSITIVE.has(`${type}.${attribute}`);
}

/** The provider marks every parameter's value, of whatever type. */
export function isMarkedInVain({ type, json }: { readonly type?: string; readonly json: unknown }) {
  return (
    type === 'aws_ssm_parameter' && (json as { readonly type?: unknown })?.type !== 'SecureString'
  );
}

/** Ids that have the form of an access key on an embedded AWS, and are none. */
export function isKnownId(type: string | undefined, attribute: string): boolean {
  return type === 'aws_caller_identity' && ['id', 'user_id'].includes(attribute);
}
