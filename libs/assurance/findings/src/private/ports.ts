import type { Value } from '@culvert/terraform-graph';

/** What a rule's ports are for; `none` when they are of ICMP, or no number is known. */
export type Ports = 'all' | 'admin' | 'web' | 'other' | 'none';

/** Shells, remote desktops, file shares, databases, caches, queues, control planes. */
const ADMIN = [
  20, 21, 22, 23, 111, 135, 139, 445, 873, 1433, 1434, 1521, 2049, 2181, 2375, 2376, 2379, 3306,
  3389, 4333, 5432, 5439, 5500, 5601, 5672, 5900, 5984, 5985, 5986, 6379, 6443, 7001, 8020, 8086,
  8500, 9042, 9092, 9200, 9300, 10250, 11211, 27017, 27018, 50070,
];

const WEB = [80, 443];

/** What a rule opens, by its protocol and ports. */
export function portsOf(fields: { readonly [name: string]: Value }): Ports {
  const protocol = fields['protocol'] ?? fields['ip_protocol'];
  const [from, to] = [fields['from_port'], fields['to_port']];
  if (['icmp', 'icmpv6', '1', '58'].includes(String(protocol))) return 'none';
  if (['-1', 'all'].includes(String(protocol))) return 'all';
  if (typeof from !== 'number' || typeof to !== 'number') return 'other';
  if (from <= 0 && to >= 65_535) return 'all';
  if (ADMIN.some((port) => from <= port && port <= to)) return 'admin';
  return from === to && WEB.includes(from) ? 'web' : 'other';
}
