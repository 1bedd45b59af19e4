import type { NetworkContext } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { child } from '../private/json-pointer';
import { ReviewError } from '../review-error';
import schema from '../schema/context.schema.json';
import { SchemaCheck } from './check-schema';
import {
  type ControlLevel,
  loadControlPolicies,
  type LoadedControlPolicies,
} from './control-policies';
import { type LoadedYaml, loadYaml } from './load-yaml';

/** What no plan holds, and somebody knows. */
export interface Context extends NetworkContext {
  /** The names of accounts, by id. */
  readonly accounts: Readonly<Record<string, string>>;
  /** What the organisation's policies say. */
  readonly control?: LoadedControlPolicies;
}

interface ContextFile extends Context {
  readonly controlPolicies?: readonly ControlLevel[];
}

const CONTEXT = new SchemaCheck<ContextFile>(schema);

/** @throws {@link ReviewError} with everything that is wrong in the file */
export function loadContext(file: string): LoadedYaml<Context> {
  const loaded = loadYaml(file, 'context', CONTEXT);
  const { value, yaml } = loaded;
  const mistakes = rangesIn(value).filter((range) => !isRange(range.value));
  if (mistakes.length > 0) {
    const allowed = 'a range, such as 192.168.0.0/16';
    throw new ReviewError(mistakes.map((it) => yaml.mistake({ ...it, allowed })));
  }
  const { controlPolicies, ...context } = value;
  if (controlPolicies === undefined) return loaded;
  return { ...loaded, value: { ...context, control: loadControlPolicies(controlPolicies, yaml) } };
}

interface Range {
  readonly path: string;
  readonly value: string;
}

/** All ranges of a context, with where they stand. */
function rangesIn(context: Context): readonly Range[] {
  const { onPrem, vpcs, attachments, prefixLists, transitGateways, appliances } = context;
  const under = (path: string, ranges: readonly string[] = []): readonly Range[] =>
    ranges.map((value, index) => ({ path: child(path, index), value }));
  const each = <T>(
    path: string,
    list: readonly T[] | undefined,
    ranges: (item: T, path: string) => readonly Range[],
  ) => (list ?? []).flatMap((item, index) => ranges(item, child(path, index)));
  return [
    ...under('/onPrem', onPrem),
    ...each('/vpcs', vpcs, (it, path) => under(`${path}/ranges`, it.ranges)),
    ...each('/attachments', attachments, (it, path) => under(`${path}/announces`, it.announces)),
    ...each('/prefixLists', prefixLists, (it, path) => under(`${path}/entries`, it.entries)),
    ...each('/transitGateways', transitGateways, (it, path) =>
      under(`${path}/reaches`, it.reaches),
    ),
    ...each('/appliances', appliances, (it, path) =>
      each(`${path}/passes`, it.passes, (pass, inner) => under(`${inner}/to`, pass.to)),
    ),
  ];
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
