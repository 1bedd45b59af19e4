/** An address, a port, a protocol or a packet that there is none of. */
export class PacketSetError extends Error {
  override get name() {
    return 'PacketSetError' as const;
  }
}
