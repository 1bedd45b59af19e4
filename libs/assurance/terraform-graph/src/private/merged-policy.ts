import { isJsonObject } from '../json';
import { isText, type Text, type Value } from '../value';

type Fields = { readonly [key: string]: Value };

/**
 * What `aws_iam_policy_document` makes of several policies: a statement takes the place of an earlier
 * one with its `Sid`, those without are added.
 *
 * @param sources before the document's own statements; text for those that cannot be told
 * @param overrides after them
 * @returns `undefined` when statements may be overridden by what cannot be told
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export function mergedPolicy(
  sources: readonly Value[],
  own: Fields,
  overrides: readonly Value[],
): Value | undefined {
  if (sources.length + overrides.length === 0) return own;
  const policies = [...sources, own, ...overrides];
  if (!policies.every(isPolicy) || overrides.some(isText)) return undefined;
  const statements = policies.reduce<readonly Value[]>(
    (before, policy) => merge(before, isText(policy) ? [policy] : listOf(policy['Statement'])),
    [],
  );
  const known = policies.filter(isFields);
  const id = known.findLast((policy) => policy['Id'] !== undefined)?.['Id'];
  const version = known
    .flatMap((policy) => (typeof policy['Version'] === 'string' ? policy['Version'] : []))
    .sort()
    .at(-1);
  return {
    ...(version !== undefined && { Version: version }),
    ...(id !== undefined && { Id: id }),
    Statement: statements,
  };
}

/** Text that is known is no policy, or it had been read. */
function isPolicy(value: Value): value is Fields | Text {
  return isFields(value) || (isText(value) && typeof value !== 'string');
}

function isFields(value: Value | undefined): value is Fields {
  return isJsonObject(value) && !isText(value as Value);
}

function merge(before: readonly Value[], more: readonly Value[]): readonly Value[] {
  return more.reduce<readonly Value[]>((statements, statement) => {
    const sid = sidOf(statement);
    const at = sid === undefined ? -1 : statements.findIndex((each) => sidOf(each) === sid);
    return at < 0 ? [...statements, statement] : statements.with(at, statement);
  }, before);
}

function sidOf(statement: Value): string | undefined {
  const sid = isFields(statement) ? statement['Sid'] : undefined;
  return typeof sid === 'string' && sid !== '' ? sid : undefined;
}

function listOf(statement: Value | undefined): readonly Value[] {
  return statement === undefined ? [] : [statement].flat();
}
