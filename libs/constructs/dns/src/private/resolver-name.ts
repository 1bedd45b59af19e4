/**
 * @throws when Route 53 Resolver would not accept the name of an endpoint, a rule or a log
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverEndpoint.html
 */
export function requireResolverName(name: string): void {
  if (!/^(?!\d+$)[\w\- ']{1,64}$/.test(name)) {
    throw new Error(
      `resolver name "${name}" is not accepted: use 1 to 64 letters, digits, hyphens, underscores and spaces, not digits only`,
    );
  }
}
