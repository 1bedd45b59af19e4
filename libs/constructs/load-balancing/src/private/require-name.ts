/**
 * @throws when Elastic Load Balancing would not accept the name
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export function requireName(name: string): void {
  if (!/^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/.test(name)) {
    throw new Error(
      `load balancing name "${name}" is not accepted: use 1 to 32 letters, digits and hyphens, no hyphen at either end, and not the prefix "internal-"`,
    );
  }
}
