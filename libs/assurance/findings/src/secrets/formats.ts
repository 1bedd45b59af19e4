import type { Format } from './format';
import { entropy, isMixed } from './randomness';
import { SERVICE_FORMATS, SERVICE_HINT } from './service-formats';

/** What is a secret by its looks, whatever it is called. */
const FORMATS: readonly Format[] = [
  // The first four letters say what it is; the rest is base 32, with the account in it.
  { kind: 'an AWS access key', pattern: /(?<![A-Za-z\d])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z\d])/ },
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { kind: 'a private key', pattern: /PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1[A-Z\d]{20}/ },
  {
    kind: 'a JSON Web Token',
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{4,}\.[\w-]{8,}/,
    check: (token) => Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').includes('"alg"'),
  },
  {
    kind: 'a password in a URL',
    pattern: /(?<![a-z\d+.-])[a-z][a-z\d+.-]{0,30}:\/\/[^\s/:@"'<>]*:[^\s/@"'<>]+@[^\s/@]/i,
    check: (url) => !/:(?:\$\{|\{|<|\*+@|%s@|x+@|\$[A-Z])/.test(url.slice(url.indexOf('//'))),
  },
  { kind: 'a bearer token', pattern: /\bBearer\s+[\w.~+/-]{16,}=*/i, check: isMixed },
  {
    kind: 'a user and password for basic authentication',
    pattern: /\bBasic\s+[A-Za-z\d+/]{8,}={0,2}/i,
    check: (header) => isUserAndPassword(header.replace(/^\S+\s+/, '')),
  },
  { kind: 'a GitHub token', pattern: /\bgh[oprsu]_[A-Za-z\d]{30,}|\bgithub_pat_\w{22,}/ },
  { kind: 'a GitLab token', pattern: /\bgl(?:pat|ptt|dt|rt|cbt|soat|ft|agent)-[\w-]{20,}/ },
  { kind: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z\d-]{10,}|\bxapp-\d-[A-Za-z\d-]{10,}/ },
  {
    kind: 'a Slack webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z\d/]{20,}/,
  },
  {
    kind: 'a Stripe key',
    pattern: /\b(?:[rs]k_(?:live|test)_[A-Za-z\d]{16,}|whsec_[A-Za-z\d]{24,})/,
  },
  { kind: 'an Okta API token', pattern: /\bSSWS\s+[\w-]{20,}/ },
  { kind: 'an Okta API token', pattern: /(?<![\w-])00[\w-]{40}(?![\w-])/, check: isMixed },
  { kind: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { kind: 'an npm token', pattern: /\bnpm_[A-Za-z\d]{36}/ },
  { kind: 'a PyPI token', pattern: /\bpypi-AgEI[\w-]{40,}/ },
  { kind: 'a SendGrid key', pattern: /\bSG\.[\w-]{16,}\.[\w-]{32,}/ },
  { kind: 'a Terraform token', pattern: /\b[A-Za-z\d]{14}\.atlasv1\.[\w-]{60,}/ },
  { kind: 'a Vault token', pattern: /\bhv[bsr]\.[\w-]{24,}/ },
  { kind: 'a key of an AI service', pattern: /\bsk-(?:ant|proj|svcacct)-[\w-]{20,}/ },
  { kind: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[\da-f]{64}/ },
  { kind: 'an Azure storage key', pattern: /\bAccountKey=[A-Za-z\d+/]{40,}/ },
  {
    kind: 'an AWS secret access key',
    pattern: /(?<![\w+/=-])[A-Za-z\d+/]{40}(?![\w+/=-])/,
    check: (key) => isMixed(key) && entropy(key) > 4.2 && !/^\/|[a-z]{9}/.test(key),
  },
  { kind: 'an AWS session token', pattern: /(?<![\w+/=])(?:IQoJ|FwoG|FQoG)[A-Za-z\d+/]{100,}/ },
];

/** Any of them has one of these, so that other text is done with at once. */
const HINT =
  /A[KS]IA|PRIVATE KEY|PuTTY-U|AGE-SEC|eyJ|:\/\/[^\s/]*@|[Bb]earer\s|[Bb]asic\s|BEARER|BASIC|gh[oprsu]_|github_pat|gl(?:pat|ptt|dt|rt|cbt|soat|ft|agent)-|xox|xapp-|hooks\.slack|[rs]k_(?:live|test)|whsec_|SSWS|AIza|npm_|pypi-|SG\.|atlasv1|hv[bsr]\.|sk-|do[opr]_v1|AccountKey/;

/** The same of those that have nothing but their length. */
const LONG_HINT = /[\w+/-]{40}/;

const ALL = [...FORMATS, ...SERVICE_FORMATS];

/** What kind of secret is in a text, by its looks. */
export function formatIn(text: string): string | undefined {
  if (text.length < 12 || isHarmless(text)) return undefined;
  const found = ALL.find(({ pattern, check }) => {
    if (check === undefined) return pattern.test(text);
    return text.match(everywhere(pattern))?.some(check) === true;
  });
  return found?.kind;
}

/** The text with the kind of each secret in its place; a private key takes all of it. */
export function withoutFormats(text: string): string {
  return ALL.reduce(
    (shown, { kind, pattern, check = () => true }) =>
      kind === 'a private key' && pattern.test(shown)
        ? `[${kind}]`
        : shown.replace(everywhere(pattern), (match) => (check(match) ? `[${kind}]` : match)),
    text,
  );
}

function everywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags}g`);
}

function isHarmless(text: string): boolean {
  if (HINT.test(text) || SERVICE_HINT.test(text)) return false;
  return text.length < 40 || !LONG_HINT.test(text);
}

/** Whether a key of a map is a secret itself. */
export function isSecretKey(key: string): boolean {
  const mayBe = key.length >= 12 && (HINT.test(key) || SERVICE_HINT.test(key));
  return mayBe && formatIn(key) !== undefined;
}

/** Whether base64 is `user:password`. */
export function isUserAndPassword(base64: string): boolean {
  return (
    /^[A-Za-z\d+/]{8,}={0,2}$/.test(base64) && /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(decoded(base64))
  );
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}
