/** A route's construct id: dots and slashes would be lost from its address in Terraform. */
export function routeId(cidr: string): string {
  return `route-${cidr.replace(/[./]/g, '-')}`;
}
