import type { Finding } from '../finding';
import type { Attachment } from '../tables/attachments';

/** An attachment carries nothing until the owner of the other side accepts it. */
export function checkReady({ id, pending }: Attachment): readonly Finding[] {
  return pending === undefined ? [] : [{ ...pending, where: id }];
}
