import type { NetworkContext } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { child } from '../private/json-pointer';
import { ReviewError } from '../review-error';
import schema from '../schema/context.schema.json';
import { SchemaCheck } from './check-schema';
import { type LoadedYaml, loadYaml } from './load-yaml';

/** What no plan holds, and somebody knows. */
export interface Context extends NetworkContext {
  /** The names of accounts, by id. */
  readonly accounts: Readonly<Record<string, string>>;
}

const CONTEXT = new SchemaCheck<Context>(schema);

/** @throws {@link ReviewError} with everything that is wrong in the file */
export function loadContext(file: string): LoadedYaml<Context> {
  const loaded = loadYaml(file, 'context', CONTEXT);
  const { value, yaml } = loaded;
  const mistakes = [
    ...rangesIn(value.onPrem, '/onPrem'),
    ...(value.vpcs ?? []).flatMap(({ ranges }, at) => rangesIn(ranges, `/vpcs/${at}/ranges`)),
    ...(value.attachments ?? []).flatMap(({ announces }, at) =>
      rangesIn(announces, `/attachments/${at}/announces`),
    ),
    ...(value.prefixLists ?? []).flatMap(({ entries }, at) =>
      rangesIn(entries, `/prefixLists/${at}/entries`),
    ),
  ].filter(({ value }) => !isRange(value));
  if (mistakes.length > 0) {
    const allowed = 'a range, such as 192.168.0.0/16';
    throw new ReviewError(mistakes.map((it) => yaml.mistake({ ...it, allowed })));
  }
  return loaded;
}

function rangesIn(ranges: readonly string[] | undefined, path: string) {
  return (ranges ?? []).map((value, index) => ({ path: child(path, index), value }));
}

/** Whether the text is an address or a range. */
export function isRange(text: string): boolean {
  try {
    AddressSet.of(text);
    return true;
  } catch {
    return false;
  }
}
