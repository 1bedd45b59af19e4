import type { Condition, Statement } from '@culvert/policy-evaluation';
import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';

/** Keys that say who or where the caller is, in lower case. */
const IDENTIFYING =
  /^(?:aws:(?:source(?:arn|account|owner|orgid|orgpaths|ip|vpc|vpcarn|vpce)|vpcsourceip|vpce(?:account|orgid|orgpaths)|principal(?:arn|account|orgid|orgpaths|servicename|servicenameslist|tag\/.+)|userid|username)|kms:calleraccount|lambda:(?:functionurlauthtype|eventsourcetoken)|s3:(?:dataaccesspointaccount|dataaccesspointarn)|[^:]+:(?:sub|aud|amr))$/;

/** Where the caller is. */
export const PLACE = /^aws:(?:sourceip|sourcevpc|sourcevpcarn|sourcevpce|vpcsourceip|vpce.+)$/;

const WIDE = new Set(['*', '0.0.0.0/0', '::/0', '::0/0', 'arn:*', 'arn:aws:*', '*:*', '?*']);

/** Whether the statement lets anyone in who fulfils its conditions. */
export function isForEveryone({ effect, principals }: Statement): boolean {
  if (effect !== 'Allow' || principals === undefined) return false;
  return principals.except || principals.values.some(({ type, value }) => isStar(value, type));
}

function isStar(value: Text, type: string): boolean {
  return (type === '*' || type === 'AWS') && textOf(value) === '*';
}

/** Whether a condition names callers, and does so also when the request lacks the key. */
export function namesCallers(statement: Statement, keys = IDENTIFYING): boolean {
  return statement.conditions.some(
    (condition) => keys.test(condition.key.toLowerCase()) && isPositive(condition),
  );
}

/** Whether only values that are named fulfil it. */
export function isPositive({ operator, values }: Condition): boolean {
  const { name, ifExists, set } = operator;
  if (ifExists || set === 'ForAllValues' || name === 'Null' || name.includes('Not')) return false;
  return values.every((value) => !WIDE.has(textOf(value) ?? ''));
}

/** Whether the statement allows an action by its name or a pattern. */
export function allows(statement: Statement, action: string): boolean {
  if (statement.effect !== 'Allow' || statement.actions === undefined) return false;
  const { except, values } = statement.actions;
  const named = values.some(
    (value) => SymbolicText.of(action).matches(value, { ignoreCase: true }).value === true,
  );
  return named !== except;
}

/** Whether the statement is about every resource. */
export function isOnEverything({ resources }: Statement): boolean {
  if (resources === undefined) return true;
  return resources.except || resources.values.some((value) => textOf(value) === '*');
}

/** The characters, when all of them are known. */
export function textOf(value: Text): string | undefined {
  if (typeof value === 'string') return value;
  return isUnknown(value) ? undefined : SymbolicText.of(value).known;
}
