import type { Listener, ListenerRule } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import {
  and,
  FALSE,
  isUnknown,
  not,
  or,
  SymbolicText,
  type Text,
  TRUE,
  type Truth,
  truthOf,
  unknownFor,
} from '@culvert/symbolic';
import type { HttpRequest } from '../request';
import { keyOf } from './model';

/** What a listener sees of a request. */
export interface Seen {
  readonly http: HttpRequest;
  readonly sources: AddressSet;
}

type Conditions = ListenerRule['conditions'];
type Condition = 'hosts' | 'paths' | 'methods' | 'sources';

const CONDITIONS: readonly Condition[] = ['hosts', 'paths', 'methods', 'sources'];

/**
 * Whether a request takes the rule: it meets the conditions, and those of no rule before. What is not
 * settled about the request is such that it does, if it can be.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export function takesRule({ rules }: Listener, rule: ListenerRule, seen: Seen): Truth {
  const others = rules
    .filter((other) => other !== rule && other.priority !== undefined)
    .map((other) => not(and(forestalls(other, rule, seen), orderOf(other, rule))));
  return and(meetsAll(rule.conditions, seen), ...others);
}

/** Whether the other rule takes the requests that would take this one, were it before it. */
function forestalls(other: ListenerRule, rule: ListenerRule, seen: Seen): Truth {
  if (isAfter(other, rule)) {
    return FALSE;
  }
  const truths = CONDITIONS.map((condition) => {
    const own = meets(other.conditions, condition, seen);
    return own ?? truthOf(covers(other.conditions[condition], rule.conditions[condition]));
  });
  return and(...truths, truthOf(other.conditions.others !== true));
}

function isAfter({ priority: other }: ListenerRule, { priority }: ListenerRule): boolean {
  return typeof other === 'number' && typeof priority === 'number' && other > priority;
}

/** Unknown when it is not known which of them comes first. */
function orderOf(other: ListenerRule, rule: ListenerRule): Truth {
  const unknowns = [other.priority, rule.priority].filter((each) => isUnknown(each));
  return unknowns.length === 0 || rule.priority === undefined
    ? TRUE
    : unknownFor(...unknowns.map(({ unknown }) => unknown));
}

function meetsAll(conditions: Conditions, seen: Seen): Truth {
  return and(...CONDITIONS.map((condition) => meets(conditions, condition, seen) ?? TRUE));
}

/** Undefined when the request may be either way. */
function meets(conditions: Conditions, condition: Condition, seen: Seen): Truth | undefined {
  const values = conditions[condition];
  if (values === undefined) {
    return TRUE;
  }
  if (condition === 'sources') {
    return comesFrom(values, seen.sources);
  }
  const { host, path, method } = seen.http;
  const given = { hosts: host, paths: path, methods: method }[condition];
  const ignoreCase = condition === 'hosts';
  return given === undefined
    ? undefined
    : or(...values.map((value) => SymbolicText.of(given).matches(value, { ignoreCase })));
}

function comesFrom(values: readonly Text[], sources: AddressSet): Truth {
  const known = values.filter((value) => typeof value === 'string');
  const ranges = AddressSet.of(...known);
  if (sources.isSubsetOf(ranges)) {
    return TRUE;
  }
  const unknowns = values.filter((value) => typeof value !== 'string').map(keyOf);
  return sources.intersection(ranges).isEmpty && unknowns.length === 0
    ? FALSE
    : unknownFor(...(unknowns.length > 0 ? unknowns : ['address of the client']));
}

/** Whether every request that meets one of these values meets one of the others. */
function covers(others: readonly Text[] | undefined, values: readonly Text[] | undefined): boolean {
  const all = new Set(others?.map(keyOf));
  return (
    others === undefined || all.has('*') || values?.every((value) => all.has(keyOf(value))) === true
  );
}
