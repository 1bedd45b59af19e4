import { SymbolicText, type Text } from '@culvert/symbolic';
import { keyOf } from '../relays/model';

/** Whether both surely are one name. */
export function same(one: Text, other: Text): boolean {
  return SymbolicText.of(one).equals(other, { ignoreCase: true }).value === true;
}

/** Whether the host is the domain or in it. */
export function isWithin(host: Text, domain: Text): boolean {
  const name = keyOf(host).toLowerCase();
  const zone = keyOf(domain).toLowerCase().replace(/\.$/u, '');
  return zone === '' || name === zone || name.endsWith(`.${zone}`);
}

/** Whether the domain begins with `*.` and takes the host. */
export function matchesWildcard(domain: Text, host: Text): boolean {
  const text = keyOf(domain);
  return text.startsWith('*.') && keyOf(host).toLowerCase().endsWith(text.slice(1).toLowerCase());
}

/** Of two domains that a host is in, the longer counts. */
export function lengthOf(domain: Text): number {
  return keyOf(domain).replace(/\.$/u, '').length;
}
