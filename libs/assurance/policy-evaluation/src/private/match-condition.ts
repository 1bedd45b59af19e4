import {
  and,
  not,
  or,
  SymbolicText,
  TRUE,
  type Truth,
  truthOf,
  unknownFor,
} from '@culvert/symbolic';
import type { Condition, PolicyVersion } from '../policy';
import { agree } from './agree';
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
  const { operator, key } = condition;
  const found = context.find(key);
  if (found.kind === 'open') {
    return unknownFor(found.fact);
  }
  const values = found.kind === 'values' ? found.values : [];
  if (operator.name === 'Null') {
    return isNull(condition, values);
  }
  if (found.kind === 'absent' && operator.ifExists) {
    return TRUE;
  }
  const isEmpty =
    values.length === 0 || (operator.set && values.every(({ known }) => known === ''));
  if (isEmpty) {
    return operator.set === undefined
      ? truthOf(comparisonOf(operator.name).negated)
      : truthOf(operator.set === 'ForAllValues');
  }
  const matched = values.map((value) => matchValue(value, condition, version, context));
  const [any, all] = [or(...matched), and(...matched)];
  if (operator.set !== undefined) {
    return operator.set === 'ForAnyValue' ? any : all;
  }
  return agree(`how AWS tests the values of ${key} without ForAllValues or ForAnyValue`, any, all);
}

function isNull({ values: expected }: Condition, values: readonly SymbolicText[]): Truth {
  const absent = String(values.length === 0);
  return or(...expected.map((text) => SymbolicText.of(text).equals(absent, { ignoreCase: true })));
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
  const any = or(...expansions.map((each) => settled(each, () => matches(value, each.pieces))));
  return orInvalid(negated ? not(any) : any, expansions);
}
