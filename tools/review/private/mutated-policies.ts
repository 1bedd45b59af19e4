import type { Documents, PlannedResource } from './documents';
import type { Mutant } from './mutants';

interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Condition?: object;
  readonly [element: string]: unknown;
}

interface Policy {
  readonly Statement: readonly Statement[];
}

/** Where a policy stands, and what an Allow in it becomes that is for everybody and everything. */
interface PolicyPlace {
  readonly attribute: string;
  readonly open: object;
  /** Whether a flow may pass it: then it misses an Allow. */
  readonly isOnWays?: boolean;
}

const EVERYTHING = { Action: '*', Resource: '*' };
const EVERYBODY = { Principal: '*', ...EVERYTHING };

const PLACES: Readonly<Record<string, PolicyPlace>> = {
  aws_api_gateway_rest_api: { attribute: 'policy', open: EVERYBODY, isOnWays: true },
  aws_iam_role: { attribute: 'assume_role_policy', open: { Principal: '*' } },
  aws_iam_role_policy: { attribute: 'policy', open: EVERYTHING },
  aws_kms_key: { attribute: 'policy', open: EVERYBODY },
  aws_s3_bucket_policy: { attribute: 'policy', open: EVERYBODY },
  aws_secretsmanager_secret_policy: { attribute: 'policy', open: EVERYBODY },
  aws_sns_topic_policy: { attribute: 'policy', open: EVERYBODY },
  aws_vpc_endpoint_policy: { attribute: 'policy', open: EVERYBODY, isOnWays: true },
};

/** Every statement of a resource's policy taken out that somebody would miss, and every Allow opened. */
export function mutatedPolicies(
  resource: PlannedResource,
  documents: Documents,
): readonly Mutant[] {
  const place = PLACES[resource.type];
  const policy = place && policyOf(resource, place, documents);
  if (place === undefined || policy === undefined) return [];
  return policy.Statement.flatMap((statement, index): readonly Mutant[] => {
    const mutant = (kind: Mutant['kind'], what: string, changed: readonly Statement[]): Mutant => ({
      kind,
      component: resource.address,
      change: `statement ${statement.Sid ?? `[${index}]`} ${what}`,
      documents: withPolicy(resource, place, { ...policy, Statement: changed }, documents),
    });
    const rest = policy.Statement.filter((other) => other !== statement);
    if (statement.Effect === 'Deny') return [mutant('widened', 'removed', rest)];
    const opened = { ...statement, ...place.open, Condition: undefined };
    const isOpen = statement['Principal'] === '*' && statement.Condition === undefined;
    // Of an API's policy no other action or resource means anything.
    const canOpen = !(isOpen && resource.type === 'aws_api_gateway_rest_api');
    return [
      ...(place.isOnWays ? [mutant('removed', 'removed', rest)] : []),
      ...(canOpen
        ? [mutant('widened', 'for everybody and everything', policy.Statement.with(index, opened))]
        : []),
    ];
  });
}

function policyOf(
  resource: PlannedResource,
  { attribute }: PolicyPlace,
  documents: Documents,
): Policy | undefined {
  const text = documents.written(resource, attribute);
  if (typeof text !== 'string') return undefined;
  const policy = JSON.parse(text) as { readonly Statement: Statement | readonly Statement[] };
  return { ...policy, Statement: [policy.Statement].flat() };
}

/** A text that the plan knows is changed there, one that it does not in the configuration. */
function withPolicy(
  resource: PlannedResource,
  { attribute }: PolicyPlace,
  policy: Policy,
  documents: Documents,
): Documents {
  const text = JSON.stringify(policy);
  return resource.change.after_unknown?.[attribute] === true
    ? documents.rewritten(resource, attribute, text)
    : documents.changed(resource.address, { [attribute]: text });
}
