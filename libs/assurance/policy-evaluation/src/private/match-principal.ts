import {
  and,
  FALSE,
  not,
  or,
  SymbolicText,
  type Text,
  TextPattern,
  TRUE,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import { type AccountCaller, type Caller, isAccountCaller } from '../caller';
import type { Listed, PrincipalEntry } from '../policy';
import { agree } from './agree';

/**
 * How a statement names the caller; on it depends what else limits the caller.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface Naming {
  /** By what makes the request: a user, a session, a service, an identity provider. */
  readonly itself: Truth;
  /** By what the session was made from: a role or a user. */
  readonly origin: Truth;
  /** By the account, which leaves it to the account's own policies. */
  readonly account: Truth;
  readonly everyone: Truth;
}

export const NAMED_BY_NOTHING: Naming = {
  itself: FALSE,
  origin: FALSE,
  account: FALSE,
  everyone: FALSE,
};

export function isNamed({ itself, origin, account, everyone }: Naming): Truth {
  return or(itself, origin, account, everyone);
}

/** How `Principal` names the caller. */
export function naming(entries: readonly PrincipalEntry[], caller: Caller): Naming {
  const namings = entries.map((entry) => nameOne(entry, caller));
  return {
    itself: or(...namings.map(({ itself }) => itself)),
    origin: or(...namings.map(({ origin }) => origin)),
    account: or(...namings.map(({ account }) => account)),
    everyone: or(...namings.map(({ everyone }) => everyone)),
  };
}

/**
 * Whether `NotPrincipal` leaves the caller out of a statement. AWS may look at the account, the role
 * and the session one after the other, so only a caller named by all of them surely is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isExcepted({ values }: Listed<PrincipalEntry>, caller: Caller): Truth {
  const named = naming(values, caller);
  if (!isAccountCaller(caller) || caller.type === 'Account') {
    return isNamed(named);
  }
  const byAll = and(named.account, or(named.itself, named.origin));
  return agree(
    'whether AWS looks for account, role and session in NotPrincipal',
    or(named.everyone, byAll),
    isNamed(named),
  );
}

function nameOne({ type, value }: PrincipalEntry, caller: Caller): Naming {
  const text = SymbolicText.of(value);
  switch (type) {
    case '*':
      return text.known === '*' ? { ...NAMED_BY_NOTHING, everyone: TRUE } : nameByAnything(text);
    case 'AWS':
      return { ...nameByAws(text, caller), everyone: text.equals('*') };
    case 'Service':
      return caller.type === 'Service' ? nameItself(text, caller.name) : NAMED_BY_NOTHING;
    case 'Federated':
      return caller.type === 'Federated' ? nameItself(text, caller.provider) : NAMED_BY_NOTHING;
    case 'CanonicalUser':
      return isAccountCaller(caller)
        ? { ...NAMED_BY_NOTHING, account: unknownFor(`the account of canonical user ${text}`) }
        : NAMED_BY_NOTHING;
  }
}

function nameByAnything({ unknowns }: SymbolicText): Naming {
  const perhaps = unknownFor(...unknowns);
  return { itself: perhaps, origin: perhaps, account: perhaps, everyone: perhaps };
}

function nameItself(text: SymbolicText, name: Text): Naming {
  const itself =
    text.known === '*'
      ? unknownFor('whether "*" is every service and provider')
      : text.equals(name);
  return { ...NAMED_BY_NOTHING, itself };
}

function nameByAws(text: SymbolicText, caller: Caller): Naming {
  if (!isAccountCaller(caller)) {
    return NAMED_BY_NOTHING;
  }
  const partition = { wildcard: '*', except: ':' } as const;
  const rootArn = TextPattern.of('arn:', partition, ':iam::', caller.account, ':root');
  return {
    ...NAMED_BY_NOTHING,
    ...nameByArn(text, caller),
    account: or(text.equals(caller.account), text.matches(rootArn)),
  };
}

function nameByArn(text: SymbolicText, caller: AccountCaller): Partial<Naming> {
  switch (caller.type) {
    case 'AssumedRole':
      return {
        itself: text.equals(caller.sessionArn ?? anySession(caller.roleArn)),
        origin: text.equals(caller.roleArn),
      };
    case 'FederatedUser':
      return { itself: text.equals(caller.arn), origin: text.equals(caller.userArn) };
    case 'User':
      return { itself: text.equals(caller.arn) };
    case 'Account':
      return {};
  }
}

/** The ARN of a session that is not known; of the role's account and name where these are. */
function anySession(roleArn: Text): Text {
  const role = SymbolicText.of(roleArn);
  const session = { unknown: `the session's name of ${role}`, shape: /^[\w+=,.@-]+$/ };
  const { partition, account, name } =
    /^arn:(?<partition>[^:]+):iam::(?<account>\d+):role\/(?:.*\/)?(?<name>[^/]+)$/u.exec(
      role.known ?? '',
    )?.groups ?? {};
  return name === undefined
    ? {
        unknown: `the session's ARN of ${role}`,
        shape: /^arn:[a-z-]+:sts::\d+:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/,
      }
    : SymbolicText.of(`arn:${partition}:sts::${account}:assumed-role/${name}/`, session);
}

/** For a statement with `NotPrincipal`: everyone but those excepted. */
export function namingOfOthers(excepted: Truth): Naming {
  return { ...NAMED_BY_NOTHING, everyone: not(excepted) };
}
