import { type NamedPolicy, parsePolicy, type Statement } from '@culvert/policy-evaluation';
import { isUnknown, missingFacts, SymbolicText, type Text } from '@culvert/symbolic';
import { isText, type Resource } from '@culvert/terraform-graph';
import { nameOf } from './names';
import { unreadPolicy } from './read-policy';
import type { Sources } from './sources';

/**
 * The policy of a function, or of a version or alias of it, which its permissions make up.
 *
 * @param qualifier of the version or alias, empty for the function itself
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function functionPolicy(
  sources: Sources,
  resource: Resource,
  qualifier?: Text,
): NamedPolicy {
  const name = nameOf(sources.graph, resource);
  if (resource.mode === 'data') return { name, policy: unreadPolicy(`permissions of ${name}`) };
  const links = sources.links.to(
    resource,
    'aws_lambda_permission',
    'function_name',
    'function_name',
    'qualified_arn',
  );
  return {
    name,
    policy: {
      version: '2012-10-17',
      statements: links.flatMap(({ resource: permission, missing }) => {
        const facts = factsOf(textOf(permission, 'qualifier'), qualifier, name);
        return facts === undefined
          ? []
          : statementsOf(permission, nameOf(sources.graph, permission), [...missing, ...facts]);
      }),
    },
  };
}

/** What decides whether a permission is for what is called; `undefined` when it is not. */
function factsOf(
  of: Text | undefined,
  called: Text | undefined,
  name: string,
): readonly string[] | undefined {
  if (called === undefined) {
    return of === undefined ? [] : [`which version or alias of ${name} is called`];
  }
  const same = SymbolicText.of(of ?? '').equals(called);
  return same.value === false ? undefined : missingFacts(same);
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
function statementsOf(
  permission: Resource,
  name: string,
  missing: readonly string[],
): readonly Statement[] {
  const principal = textOf(permission, 'principal') ?? { unknown: `${name}.principal` };
  const { statements } = parsePolicy({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principalOf(principal),
        Action: textOf(permission, 'action') ?? { unknown: `${name}.action` },
        Condition: conditionsOf(permission),
      },
    ],
  });
  return statements.map((statement) => ({ ...statement, id: name, unread: [...missing] }));
}

function principalOf(principal: Text): unknown {
  const { known } = SymbolicText.of(principal);
  if (isUnknown(principal)) return principal;
  if (known === '*') return '*';
  const isService = known?.includes('.') === true && !known.startsWith('arn:');
  return isService ? { Service: principal } : { AWS: principal };
}

const CONDITIONS: readonly (readonly [string, string, string])[] = [
  ['source_arn', 'ArnLike', 'aws:SourceArn'],
  ['source_account', 'StringEquals', 'aws:SourceAccount'],
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['event_source_token', 'StringEquals', 'lambda:EventSourceToken'],
  ['function_url_auth_type', 'StringEquals', 'lambda:FunctionUrlAuthType'],
];

function conditionsOf(permission: Resource): object {
  const conditions: Record<string, Record<string, Text>> = {};
  for (const [attribute, operator, key] of CONDITIONS) {
    const value = textOf(permission, attribute);
    if (value !== undefined) conditions[operator] = { ...conditions[operator], [key]: value };
  }
  return conditions;
}

function textOf(resource: Resource, attribute: string): Text | undefined {
  const value = resource.value(attribute);
  return isText(value) && value !== '' ? value : undefined;
}
