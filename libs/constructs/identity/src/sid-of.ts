/** A name as part of a statement's id, which takes letters and digits only: `okta/orders` is `OktaOrders`. */
export function sidOf(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
