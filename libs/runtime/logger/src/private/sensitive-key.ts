const SENSITIVE_ENDINGS = [
  'accesskey',
  'apikey',
  'assertion',
  'authorization',
  'cookie',
  'credential',
  'jwt',
  'passphrase',
  'passwd',
  'password',
  'privatekey',
  'pwd',
  'secret',
  'secretbinary',
  'secretstring',
  'token',
];

/** Whether what `key` holds must not be seen. `tokenEndpoint` and `secretArn` are fine: the end counts. */
export function isSensitiveKey(key: string): boolean {
  const plain = key
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '');
  return SENSITIVE_ENDINGS.some((ending) => plain.endsWith(ending));
}
