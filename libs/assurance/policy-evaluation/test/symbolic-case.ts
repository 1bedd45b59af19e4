import { type ContextValue, type Decision, evaluateAccess, OPEN, parsePolicy } from '../src';
import { type KnownRequest, naive, substitute } from './naive';
import { ACCOUNT, CALLERS, named, OTHER } from './requests';
import {
  type Case,
  type Json,
  KEYS,
  KINDS,
  type RawKey,
  type RawPolicies,
  SYMBOLS,
  VALUES,
} from './universe';

/** What the evaluation under test makes of a case. */
export function evaluate({ caller, policies, sameAccount, keys, ...request }: Case): Decision {
  const read = (kind: (typeof KINDS)[number]) => {
    const statements = policies[kind];
    return statements && named(parsePolicy({ Version: '2012-10-17', Statement: statements }), kind);
  };
  const [identity, resource, boundary, session, serviceControl, endpoint] = KINDS.map(read);
  const context = Object.fromEntries(KEYS.map((key) => [key, asContext(keys[key])]));
  return evaluateAccess(
    {
      ...request,
      caller: CALLERS[caller],
      resourceAccount: sameAccount ? ACCOUNT : OTHER,
      context: { keys: context, others: 'absent' },
    },
    {
      ...(identity && { identity: [identity] }),
      ...(resource && { resource }),
      ...(boundary && { boundary }),
      ...(session && { session: [session] }),
      ...(serviceControl && { serviceControl: [[serviceControl]] }),
      ...(endpoint && { endpoint }),
    },
  );
}

function asContext(key: RawKey): ContextValue {
  if (key === 'open') {
    return OPEN;
  }
  return key === 'absent' ? undefined : key;
}

/** What the naive evaluation makes of a case, for every value of its symbols and open keys. */
export function possibleOutcomes(each: Case): ReadonlySet<'ALLOW' | 'DENY'> {
  const outcomes = new Set<'ALLOW' | 'DENY'>();
  for (const values of assignments(symbolsIn(each as unknown as Json))) {
    const policies = substitute(each.policies as Json, values) as unknown as RawPolicies<string>;
    for (const keys of keyChoices(each, values)) {
      const known: KnownRequest = {
        caller: each.caller,
        names: NAMES[each.caller],
        action: each.action,
        resource: substitute(each.resource as Json, values) as string,
        sameAccount: each.sameAccount,
        keys,
      };
      outcomes.add(naive(known, policies));
    }
  }
  return outcomes;
}

const NAMES = {
  user: { self: CALLERS.user.arn, account: ACCOUNT },
  session: {
    self: CALLERS.session.sessionArn,
    origin: CALLERS.session.roleArn,
    account: ACCOUNT,
  },
  anonymous: { self: '', account: '' },
} as const;

function symbolsIn(json: Json): readonly string[] {
  const text = JSON.stringify(json);
  return SYMBOLS.filter((name) => text.includes(`{"unknown":"${name}"}`));
}

function* assignments(names: readonly string[]): Generator<ReadonlyMap<string, string>> {
  const [name, ...others] = names;
  if (name === undefined) {
    yield new Map();
    return;
  }
  for (const rest of assignments(others)) {
    for (const value of VALUES) {
      yield new Map([...rest, [name, value]]);
    }
  }
}

type KnownKeys = Record<string, readonly string[] | undefined>;

function keyChoices({ keys }: Case, values: ReadonlyMap<string, string>): readonly KnownKeys[] {
  return KEYS.reduce<readonly KnownKeys[]>(
    (choices, key) => {
      const raw = keys[key];
      const open = [undefined, ...VALUES.map((value) => [value])];
      const known = Array.isArray(raw)
        ? [substitute(raw as Json, values) as string[]]
        : [undefined];
      return choices.flatMap((choice) =>
        (raw === 'open' ? open : known).map((found) => ({ ...choice, [key]: found })),
      );
    },
    [{}],
  );
}
