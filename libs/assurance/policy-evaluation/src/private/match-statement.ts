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
import type { Condition, Listed, PolicyVersion, Statement } from '../policy';
import { matchResource } from './arn-matching';
import { comparisonOf } from './comparisons';
import type { Context } from './context';
import { matchCondition } from './match-condition';
import {
  isExcepted,
  type Naming,
  NAMED_BY_NOTHING,
  naming,
  namingOfOthers,
} from './match-principal';
import { expand, orInvalid, settled } from './variables';

/** What a statement says about a request, whoever makes it. */
export interface Match {
  /** Whether action, resource and conditions match. */
  readonly applies: Truth;
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
): Match {
  const { effect, conditions, unread } = statement;
  const applies = and(
    ...(unread.length === 0 ? [] : [unknownFor(...unread)]),
    matchActions(statement, request.action),
    matchResources(statement, request.resource, version, context),
    ...conditions.map((condition) => matchCondition(condition, version, context)),
  );
  const unknownEffect = isUnknown(effect) ? unknownFor(effect.unknown) : undefined;
  return {
    applies,
    byPrincipalArn: conditions.some(asksPrincipalArn),
    allows: unknownEffect ?? (effect === 'Allow' ? TRUE : FALSE),
    denies: unknownEffect ?? (effect === 'Deny' ? TRUE : FALSE),
  };
}

function asksPrincipalArn({ key, operator }: Condition): boolean {
  const { name, set, ifExists } = operator;
  return (
    key.toLowerCase() === 'aws:principalarn' &&
    name !== 'Null' &&
    set !== 'ForAllValues' &&
    !ifExists &&
    !comparisonOf(name).negated
  );
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

function matchActions({ actions }: Statement, action: string): Truth {
  return actions === undefined
    ? TRUE
    : listed(
        actions,
        actions.values.map((value) =>
          SymbolicText.of(action).matches(TextPattern.glob(value), { ignoreCase: true }),
        ),
      );
}

function matchResources(
  { resources }: Statement,
  resource: Text,
  version: PolicyVersion,
  context: Context,
): Truth {
  if (resources === undefined) {
    return TRUE;
  }
  const requested = SymbolicText.of(resource);
  const expansions = resources.values.map((value) => expand(value, version, context));
  const matched = expansions.map((each) =>
    settled(each, () => matchResource(requested, each.pieces)),
  );
  return orInvalid(listed(resources, matched), expansions);
}

function listed({ except }: Listed<unknown>, matched: readonly Truth[]): Truth {
  const isListed = or(...matched);
  return except ? not(isListed) : isListed;
}
