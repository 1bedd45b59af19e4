import { InvalidInput } from '@culvert/errors';
import type { Credential } from './credential';
import type { Grant } from './grant';
import { object, oneOf, optional, type Rule, text } from './private/rules';

const tls = { ca: optional(text), clientCertificate: optional(object({ cert: text, key: text })) };

const rules: Readonly<Record<Grant, Rule>> = {
  private_key_jwt: object({
    keyId: text,
    kmsKeyId: text,
    algorithm: oneOf('RS256', 'ES256'),
    ...tls,
  }),
  client_secret: object({ clientSecret: text, ...tls }),
  password: object({ clientSecret: text, username: text, password: text, ...tls }),
};

/**
 * The `parse` of a `SecretCache` for the secret of a caller with this grant. Fields that it does not
 * know are kept.
 *
 * What it returns throws `InvalidInput` that names each wrong field, and no value.
 */
export function parseCredential<G extends Grant>(grant: G): (json: unknown) => Credential<G> {
  return (json) => {
    const problems = rules[grant](json, '');
    if (problems.length > 0)
      throw new InvalidInput(`not a credential for ${grant}: ${problems.join('; ')}`);
    return json as Credential<G>;
  };
}
