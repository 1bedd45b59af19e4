import { and, not, or, SymbolicText, TRUE, type Truth, truthOf } from '@culvert/symbolic';
import type { Condition, PolicyVersion } from '../policy';
import { agree, choose } from './agree';
import { comparisonOf } from './comparisons';
import type { Context } from './context';
import { expand, orInvalid, settled } from './variables';

/**
 * Whether one key of the request is as a condition asks.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function matchCondition(
  condition: Condition,
  version: PolicyVersion,
  context: Context,
): Truth {
  const found = context.find(condition.key);
  const asked = (values: readonly SymbolicText[]) =>
    matchValues(values, condition, version, context);
  switch (found.kind) {
    case 'absent':
      return matchAbsent(condition);
    case 'values':
      return asked(found.values);
    case 'open':
      return agree(
        found.fact,
        asked([SymbolicText.of({ unknown: found.fact })]),
        asked([]),
        matchAbsent(condition),
      );
  }
}

function matchAbsent(condition: Condition): Truth {
  return condition.operator.ifExists ? TRUE : matchNothing(condition);
}

function matchNothing(condition: Condition): Truth {
  const { name, set } = condition.operator;
  if (name === 'Null') {
    return isNull(condition, true);
  }
  return truthOf(set === undefined ? comparisonOf(name).negated : set === 'ForAllValues');
}

function matchValues(
  values: readonly SymbolicText[],
  condition: Condition,
  version: PolicyVersion,
  context: Context,
): Truth {
  const { key, operator } = condition;
  if (values.length === 0) {
    return operator.set === undefined ? matchAbsent(condition) : matchNothing(condition);
  }
  if (operator.name === 'Null') {
    return isNull(condition, false);
  }
  const matched = values.map((value) => matchValue(value, condition, version, context));
  const [any, all] = [or(...matched), and(...matched)];
  return operator.set === undefined
    ? agree(`how AWS tests the values of ${key} without ForAllValues or ForAnyValue`, any, all)
    : choose(
        // To set operators, an empty text is no value.
        and(...values.map((value) => value.equals(''))),
        matchNothing(condition),
        operator.set === 'ForAnyValue' ? any : all,
      );
}

function isNull({ values }: Condition, isAbsent: boolean): Truth {
  return or(
    ...values.map((text) => SymbolicText.of(text).equals(String(isAbsent), { ignoreCase: true })),
  );
}

/** One value of the request: like one of the policy's values or, when negated, like none of them. */
function matchValue(
  value: SymbolicText,
  { operator, values }: Condition,
  version: PolicyVersion,
  context: Context,
): Truth {
  const { negated, variables, matches } = comparisonOf(operator.name);
  const expansions = values.map((text) =>
    expand(text, variables ? version : '2008-10-17', context),
  );
  const isOneOf = or(...expansions.map((each) => settled(each, () => matches(value, each.pieces))));
  return orInvalid(negated ? not(isOneOf) : isOneOf, expansions);
}
