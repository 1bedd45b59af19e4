import type { InterfaceKind, NetworkInterface } from '@culvert/network-model';

const PASSIVE: readonly InterfaceKind[] = [
  'endpoint',
  'load balancer',
  'vpc link',
  'nat gateway',
  'resolver',
  'firewall',
];

/** Whether something of its own begins connections; relays only pass on what others begin. */
export function isInitiator({ kind }: NetworkInterface): boolean {
  return !PASSIVE.includes(kind);
}
