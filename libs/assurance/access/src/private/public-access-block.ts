import {
  type Caller,
  isAccountCaller,
  type NamedPolicy,
  type Statement,
} from '@culvert/policy-evaluation';
import {
  and,
  FALSE,
  missingFacts,
  not,
  or,
  SymbolicText,
  TRUE,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import { isSymbol } from '@culvert/terraform-graph';
import type { GateAnswer } from '../gate-answer';
import { settled } from './ask';
import { whole } from './answers';
import { nameOf } from './names';
import type { Acted } from './resource-of';
import type { Sources } from './sources';

/**
 * Whether a bucket's public access block keeps out those of other accounts, as it does when the bucket's
 * policy is public.
 *
 * @returns none where it keeps nobody out
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicAccessAnswers(
  sources: Sources,
  { resource, account }: Acted,
  caller: Caller,
  policy: NamedPolicy | undefined,
): readonly GateAnswer[] {
  if (resource?.type !== 'aws_s3_bucket' || policy === undefined || caller.type === 'Service') {
    return [];
  }
  const isOther = isAccountCaller(caller)
    ? not(SymbolicText.of(account).equals(caller.account))
    : TRUE;
  const isPublic = or(
    ...policy.policy.statements.map((each) => isPublicStatement(each, policy.name)),
  );
  return sources.links
    .to(resource, 'aws_s3_bucket_public_access_block', 'bucket', 'bucket')
    .flatMap(({ resource: block, missing }) => {
      const name = nameOf(sources.graph, block);
      const restricts = block.value('restrict_public_buckets');
      const isOn = isSymbol(restricts)
        ? unknownFor(restricts.unknown)
        : restricts === true
          ? TRUE
          : FALSE;
      const isMeant = missing.length === 0 ? TRUE : unknownFor(...missing);
      const passes = not(and(isMeant, isOn, isPublic, isOther));
      if (passes.value === true) return [];
      const detail =
        passes.value === false
          ? 'restrict_public_buckets keeps others out, for the policy is public'
          : `whether it keeps others out depends on ${missingFacts(passes).join(', ')}`;
      return [settled(whole('resource policy', passes, name, detail))];
    });
}

/** Conditions that make a statement one for those that it names, when they name them wholly. */
const NARROWING = new Set(
  [
    'aws:PrincipalAccount',
    'aws:PrincipalArn',
    'aws:PrincipalOrgID',
    'aws:PrincipalOrgPaths',
    'aws:SourceAccount',
    'aws:SourceArn',
    'aws:SourceIp',
    'aws:SourceOrgID',
    'aws:SourceOwner',
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:userid',
    's3:DataAccessPointAccount',
    's3:DataAccessPointArn',
  ].map((key) => key.toLowerCase()),
);

function isPublicStatement(
  { effect, principals, conditions, unread }: Statement,
  name: string,
): Truth {
  if (effect === 'Deny') return FALSE;
  const perhaps = unknownFor(`whether AWS takes the policy of ${name} for a public one`);
  if (effect !== 'Allow' || unread.length > 0 || principals === undefined) return perhaps;
  const names = principals.values.map(({ value }) => SymbolicText.of(value));
  if (!principals.except && names.every(({ known }) => known !== '*')) {
    return names.every(({ known }) => known !== undefined) ? FALSE : perhaps;
  }
  if (conditions.length === 0) return TRUE;
  const isNarrow = conditions.some(
    ({ key, operator, values }) =>
      NARROWING.has(key.toLowerCase()) &&
      /^(?:String|Arn)(?:Equals|Like)$|^IpAddress$/.test(operator.name) &&
      operator.set !== 'ForAllValues' &&
      !operator.ifExists &&
      values.every((value) => !/[*?]|\/0$/.test(SymbolicText.of(value).known ?? '*')),
  );
  return isNarrow ? FALSE : perhaps;
}
