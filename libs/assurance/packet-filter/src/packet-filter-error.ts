/** A rule that AWS would refuse; the message names it, the value seen and what to change. */
export class PacketFilterError extends Error {
  override get name() {
    return 'PacketFilterError' as const;
  }
}
