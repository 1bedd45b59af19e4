import { parseJsonWithSymbols, SymbolicText, type Text } from '@culvert/symbolic';
import { mergedPolicy } from './private/merged-policy';
import type { ResourceGraph } from './resource-graph';
import { isSymbol, type Value } from './value';

type Fields = { readonly [key: string]: Value };

/**
 * The policy that an attribute holds: JSON, or what an `aws_iam_policy_document` that is not read yet
 * will make of its statements and of the documents that are merged into it. A document among these
 * that cannot be told is a symbol in place of its statements.
 *
 * @returns `undefined` when that cannot be told: `jsonencode` of what is known only after apply, or a
 * document that such a one overrides
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export function policyDocument(graph: ResourceGraph, value: Value | undefined): Value | undefined {
  if (typeof value === 'string' || value instanceof SymbolicText) return parsed(value);
  const source =
    isSymbol(value) && /\.(?:minified_)?json$/.test(value.unknown)
      ? graph.bySymbol(value.unknown)
      : undefined;
  if (source?.mode !== 'data' || source.type !== 'aws_iam_policy_document') return undefined;
  if (isSymbol(value) && value.candidates.length > 0) return undefined;
  const { version, policy_id: id, statement = [] } = source.values;
  if (!Array.isArray(statement)) return undefined;
  const others = (attribute: string) =>
    [source.value(attribute) ?? []]
      .flat()
      .filter((each) => !isAbsent(each))
      .map((each) => policyDocument(graph, each) ?? each);
  return mergedPolicy(
    [...others('source_json'), ...others('source_policy_documents')],
    withoutAbsent({
      Version: version ?? '2012-10-17',
      Id: id,
      Statement: (statement as readonly Fields[]).map(statementOf),
    }),
    [...others('override_policy_documents'), ...others('override_json')],
  );
}

function statementOf(fields: Fields): Value {
  return withoutAbsent({
    Sid: fields['sid'],
    Effect: fields['effect'] ?? 'Allow',
    Action: fields['actions'],
    NotAction: fields['not_actions'],
    Resource: withVariables(fields['resources']),
    NotResource: withVariables(fields['not_resources']),
    Principal: principals(fields['principals']),
    NotPrincipal: principals(fields['not_principals']),
    Condition: conditions(fields['condition']),
  });
}

function principals(blocks: Value | undefined): Value | undefined {
  const byType = grouped(blocks, 'type', 'identifiers');
  const [anyone] = (byType['*'] as readonly Value[] | undefined) ?? [];
  return anyone === '*' ? '*' : byType;
}

function conditions(blocks: Value | undefined): Value {
  const byTest = new Map<string, Fields[]>();
  for (const block of list(blocks)) {
    const test = String(block['test']);
    byTest.set(test, [...(byTest.get(test) ?? []), block]);
  }
  return Object.fromEntries(
    [...byTest].map(([test, tests]) => [test, grouped(tests, 'variable', 'values')]),
  );
}

function grouped(blocks: Value | undefined, name: string, values: string): Fields {
  const groups: Record<string, Value> = {};
  for (const block of list(blocks)) {
    const key = String(block[name]);
    const more = withVariables(block[values]);
    const before = groups[key];
    groups[key] =
      Array.isArray(before) && Array.isArray(more) ? [...before, ...more] : (more ?? []);
  }
  return groups;
}

/** The data source writes a policy variable as `&{aws:username}`, for Terraform has `${` to itself. */
function withVariables(value: Value | undefined): Value | undefined {
  if (typeof value === 'string') return value.replaceAll('&{', '${');
  if (value instanceof SymbolicText) {
    return SymbolicText.of(
      ...value.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)),
    );
  }
  return Array.isArray(value) ? value.map((item: Value) => withVariables(item) ?? null) : value;
}

function parsed(text: Text): Value | undefined {
  try {
    return parseJsonWithSymbols(text) as Value;
  } catch {
    return undefined;
  }
}

function list(blocks: Value | undefined): readonly Fields[] {
  return Array.isArray(blocks) ? (blocks as readonly Fields[]) : [];
}

function isAbsent(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && !isSymbol(value) && Object.keys(value).length === 0;
}

function withoutAbsent(fields: { readonly [key: string]: Value | undefined }): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, Value] => !isAbsent(field[1])),
  );
}
