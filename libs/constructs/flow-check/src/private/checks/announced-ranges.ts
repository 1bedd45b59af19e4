import type { Finding } from '../finding';
import type { Side } from '../side';

/**
 * What is behind a Direct Connect gateway hears of the other end's ranges: AWS announces the allowed
 * prefixes to it, and nothing else.
 *
 * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html
 */
export function checkAnnouncedRanges(side: Side, other: Side): readonly Finding[] {
  return side.attachments.flatMap(({ id, announced }) =>
    other.ranges
      .filter((range) => announced?.every((prefix) => !prefix.contains(range)))
      .map((range) => ({
        what: `${range.cidr} is not announced to on-prem`,
        where: id,
        remedy: `add a range that contains it to the allowed_prefixes of the aws_dx_gateway_association`,
      })),
  );
}
