import { isText, type Value } from '@culvert/terraform-graph';

/** How sure a name makes it: whatever is under it, or only what looks made up by a machine. */
export type Suspicion = 'any' | 'random';

const ANY =
  /(?:password|passwd|passphrase)s?(?:_v\d+)?$|(?:^|_)(?:pass|pwd|secret_(?:string|binary|value|access_key)|client_secrets?|private_keys?(?:_pem|_openssh|_pem_pkcs8)?|auth_tokens?|oauth_token|access_tokens?|refresh_tokens?|bearer_tokens?|api_tokens?|(?:pre_?)?shared_?keys?|psk)(?:_v\d+)?$/;

const RANDOM =
  /(?:^|_)(?:secrets?|tokens?|credentials?|api_?keys?|access_?keys?|secret_?keys?|secret_key_base|license_keys?|auth_?keys?|signing_?keys?|encryption_?keys?|account_?keys?|connection_?strings?|authorization)$/;

/** Made up so that a request is not done twice, and the like. */
const HARMLESS_NAME =
  /(?:^|_)(?:creation|client|client_request|idempotency|pagination|next|continuation|event_source|cancellation|update|lock|change|version)_token$/;

/** Whether the name of a variable or attribute says that its value is a secret. */
export function suspicionOf(name: string): Suspicion | undefined {
  const known = suspicions.get(name);
  if (known !== undefined || suspicions.has(name)) return known;
  const text = normalised(name);
  const found = HARMLESS_NAME.test(text) ? undefined : suspicionOfText(text);
  if (suspicions.size < MOST_NAMES) suspicions.set(name, found);
  return found;
}

/** A plan has few names, many times each. */
const suspicions = new Map<string, Suspicion | undefined>();
const MOST_NAMES = 10_000;

function suspicionOfText(text: string): Suspicion | undefined {
  if (ANY.test(text)) return 'any';
  return RANDOM.test(text) ? 'random' : undefined;
}

/** `clientSecret`, `CLIENT-SECRET` and `client.secret` as `client_secret`. */
export function normalised(name: string): string {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replaceAll(/[-.\s/]+/g, '_')
    .toLowerCase();
}

/** What names where a secret is, a placeholder, a switch, and what is public. */
const HARMLESS =
  /^(?:[[{]|arn:|https?:\/\/[^@]*$|\/[\w./-]+$|alias\/|\$[({A-Z]|<|\{\{|!|ssm:|secretsmanager:|(?:true|false|null|none|required|optional|enabled|disabled|redacted)$|\d{1,3}$|[*x.]+$|\(|-----BEGIN (?!.*PRIVATE)|ssh-)/i;

/** Whether a value under such a name can be the secret itself. */
export function mayBeSecret(value: Value | undefined): boolean {
  return isText(value) && typeof value === 'string' && value.length > 0 && !HARMLESS.test(value);
}

export function looksLikeSecretName(name: string): boolean {
  return suspicionOf(name) !== undefined;
}

/** A variable or a call of a script, not the value itself. */
export function isCode(value: string): boolean {
  return /^[%@$`]|[({]|^(?:process|os|env|var|local|data|module|self|this|config)\.|^aws_|^[a-z]+(?:\.[A-Za-z_]+)+$/.test(
    value,
  );
}
