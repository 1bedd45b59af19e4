import { PacketSetError } from '@culvert/packet-set';
import { PacketFilterError } from '../packet-filter-error';

/** @throws {@link PacketFilterError} that names the rule, when it holds an address or protocol that is none */
export function inRule<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof PacketSetError
      ? new PacketFilterError(`${name}: ${cause.message}`, { cause })
      : cause;
  }
}
