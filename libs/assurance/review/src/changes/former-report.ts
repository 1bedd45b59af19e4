import type { Compared } from './changes-between';

/** A former report, when the text is one; undefined for a plan or state. */
export function formerReport(text: string): Compared | undefined {
  // A plan may have hundreds of megabytes.
  if (text.slice(0, 200).includes('"format_version"')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || !('tool' in json)) return undefined;
  const { version, exposures, exposuresFrom, grants, flows, findings } =
    json as Partial<Compared> & {
      readonly version?: unknown;
    };
  const lists = [exposures, grants, flows, findings];
  return version === 1 && lists.every(Array.isArray)
    ? ({ exposures, exposuresFrom, grants, flows, findings } as Compared)
    : undefined;
}
