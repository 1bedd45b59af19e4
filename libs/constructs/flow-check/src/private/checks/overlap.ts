import type { Finding } from '../finding';
import type { Side } from '../side';

/** The two ends have no address in common: a VPC would keep it for itself. */
export function checkOverlap(from: Side, to: Side): readonly Finding[] {
  return networkOf(from).flatMap((one) =>
    networkOf(to)
      .filter((other) => one.overlaps(other))
      .map((other) => ({
        what: `the ends overlap: ${one.cidr} and ${other.cidr}`,
        where: placeOf(to),
        remedy: 'give one of them another range',
      })),
  );
}

function networkOf(side: Side) {
  return side.kind === 'vpc' ? side.vpc.ranges : side.ranges;
}

function placeOf(side: Side): string {
  return side.kind === 'vpc' ? side.vpc.id : side.attachments.map(({ id }) => id).join(', ');
}
