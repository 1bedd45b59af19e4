/** Who issues the tokens. */
export interface AuthorizationServer {
  /** The issuer's URL, https, as it stands in the server's metadata. */
  readonly issuer: string;
  /**
   * The token endpoint's URL, https.
   *
   * @default discovered once, at `<issuer>/.well-known/openid-configuration`
   */
  readonly tokenEndpoint?: string;
}

/**
 * A custom authorization server of Okta. Scopes of your own exist only on such a server, not on the
 * organization's (`/oauth2/v1/token`).
 *
 * @param domain such as `example.okta.com`
 * @param authorizationServerId such as `aus1a2b3c4d5`
 * @see https://developer.okta.com/docs/concepts/auth-servers/
 */
export function customAuthorizationServer(
  domain: string,
  authorizationServerId: string,
): AuthorizationServer {
  const issuer = `https://${domain}/oauth2/${encodeURIComponent(authorizationServerId)}`;
  return { issuer, tokenEndpoint: `${issuer}/v1/token` };
}
