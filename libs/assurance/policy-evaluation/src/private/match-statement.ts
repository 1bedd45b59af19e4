import {
  and,
  FALSE,
  isUnknown,
  not,
  or,
  SymbolicText,
  type Text,
  TextPattern,
  TRUE,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import type { AccessRequest } from '../access-request';
import type { Caller } from '../caller';
import type { Listed, PolicyVersion, Statement } from '../policy';
import { matchResource } from './arn-matching';
import type { Context } from './context';
import { matchCondition } from './match-condition';
import {
  isExcepted,
  type Naming,
  NAMED_BY_NOTHING,
  naming,
  namingOfOthers,
} from './match-principal';
import { expand } from './variables';

/** What a statement says about a request. */
export interface Match {
  /** Whether action, resource and conditions match. */
  readonly applies: Truth;
  /** How it names the caller; in policies that belong to the caller, by nothing. */
  readonly names: Naming;
  /** Whether a condition narrows everyone down by `aws:PrincipalArn`. */
  readonly byPrincipalArn: boolean;
  readonly allows: Truth;
  readonly denies: Truth;
}

export function matchStatement(
  statement: Statement,
  version: PolicyVersion,
  request: AccessRequest,
  context: Context,
): Omit<Match, 'names'> {
  const { effect, actions, resources, conditions, unread } = statement;
  const applies = and(
    ...(unread.length === 0 ? [] : [unknownFor(...unread)]),
    listed(actions, (action) => matchAction(request.action, action)),
    listed(resources, (resource, except) =>
      matchOneResource(request.resource, resource, except, version, context),
    ),
    ...conditions.map((condition) => matchCondition(condition, version, context)),
  );
  const unknownEffect = isUnknown(effect) ? unknownFor(effect.unknown) : undefined;
  return {
    applies,
    byPrincipalArn: conditions.some(({ key }) => key.toLowerCase() === 'aws:principalarn'),
    allows: unknownEffect ?? (effect === 'Allow' ? TRUE : FALSE),
    denies: unknownEffect ?? (effect === 'Deny' ? TRUE : FALSE),
  };
}

/** How a statement of a policy that belongs to a resource names the caller. */
export function namesOf(
  { principals, unread }: Statement,
  caller: Caller,
  isBounded: boolean,
): Naming {
  if (principals === undefined) {
    const perhaps = unknownFor(...(unread.length > 0 ? unread : ['the Principal of a statement']));
    return { ...NAMED_BY_NOTHING, itself: perhaps, everyone: perhaps };
  }
  if (!principals.except) {
    return naming(principals.values, caller);
  }
  // Users and roles with a permissions boundary are never left out by NotPrincipal.
  return namingOfOthers(isBounded ? FALSE : isExcepted(principals, caller));
}

function listed(
  element: Listed<Text> | undefined,
  matches: (value: Text, except: boolean) => Truth,
): Truth {
  if (element === undefined) {
    return TRUE;
  }
  const any = or(...element.values.map((value) => matches(value, element.except)));
  return element.except ? not(any) : any;
}

function matchAction(action: string, pattern: Text): Truth {
  return SymbolicText.of(action).matches(TextPattern.glob(pattern), { ignoreCase: true });
}

function matchOneResource(
  resource: Text,
  value: Text,
  except: boolean,
  version: PolicyVersion,
  context: Context,
): Truth {
  const { pieces, absent, open } = expand(value, version, context);
  if (absent.length > 0) {
    return except
      ? unknownFor(...absent.map((key) => `how AWS reads \${${key}} where the request has none`))
      : FALSE;
  }
  const matched = matchResource(SymbolicText.of(resource), pieces);
  return open.length === 0 ? matched : and(matched, unknownFor(...open));
}
