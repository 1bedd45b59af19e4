import type { Address } from '@culvert/packet-filter';
import { isRange } from './address';
import type { Attachment } from './attachments';
import { listOf, knownText } from './read';
import type { Source } from './source';

/** What is announced over an attachment to what is on-prem. */
export interface Announced {
  /** What a gateway's route tables learn of it. */
  readonly propagated: readonly Address[];
  /** Whether documents say it, so that written routes are all there is behind. */
  readonly isWritten: boolean;
}

/** As the context says of it, or of all that is on-prem; nothing where routes are static. */
export function announcedBy({ context }: Source, { component, resource }: Attachment): Announced {
  const { id, name } = component;
  const known = context.attachments?.find(
    ({ attachment }) => attachment === id || attachment === name,
  );
  if (known?.announces) return { propagated: known.announces, isWritten: false };
  if (resource?.value('static_routes_only') === true) return { propagated: [], isWritten: true };
  const unknown = [{ unknown: `routes announced to ${name}` }];
  return { propagated: context.onPrem ?? unknown, isWritten: false };
}

/** What on-prem learns over Direct Connect, when documents say it. */
export function advertisedOver({ resource }: Attachment): readonly string[] | undefined {
  const prefixes = listOf(resource?.value('allowed_prefixes')).map(knownText);
  const known = prefixes.filter((prefix) => prefix !== undefined && isRange(prefix));
  return known.length > 0 && known.length === prefixes.length ? (known as string[]) : undefined;
}
