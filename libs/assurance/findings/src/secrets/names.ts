import { isText, type Value } from '@culvert/terraform-graph';

const SECRET_WORDS =
  /(?:^|[^a-z])(?:pass(?:word|wd|phrase)?|pwd|secrets?|tokens?|credentials?|api_?keys?|access_?keys?|private_?keys?|secret_?keys?|client_?secrets?|auth_?keys?|signing_?keys?|encryption_?keys?|shared_?keys?|psk|pre_?shared_?keys?|connection_?strings?)$/;

/** Whether the name of a variable or attribute says that its value is a secret. */
export function looksLikeSecretName(name: string): boolean {
  return SECRET_WORDS.test(normalised(name));
}

/** `clientSecret`, `CLIENT-SECRET` and `client.secret` as `client_secret`. */
function normalised(name: string): string {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replaceAll(/[-.\s/]+/g, '_')
    .toLowerCase();
}

/** What names where a secret is, and the like. */
const HARMLESS =
  /^(?:arn:|https?:\/\/[^@]*$|\/[\w./-]+$|alias\/|\$\{|\{\{resolve:|ssm:|secretsmanager:|true$|false$|null$|none$|\d+$)/i;

/** Whether a value under such a name can be the secret itself. */
export function mayBeSecret(value: Value | undefined): boolean {
  return isText(value) && typeof value === 'string' && value.length > 0 && !HARMLESS.test(value);
}
