import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { Missing } from '../../private/attribute';
import { companionRule } from '../../private/companion-rule';
import { policyIn } from '../../private/policies';
import { textOf } from '../../private/statements';

export const bucketTlsOnly = companionRule({
  id: 'bucket-tls-only',
  severity: 'medium',
  title: 'a bucket refuses requests in the clear',
  rationale: 'S3 takes plain HTTP unless the policy denies it.',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  type: 'aws_s3_bucket',
  companion: ['aws_s3_bucket_policy', 'bucket'],
  applies: (bucket, graph) => deniesPlainHttp(graph, bucket) !== true,
  isGood: (holder, graph) => deniesPlainHttp(graph, holder),
  message: 'takes requests in the clear',
  remedy: 'add a Deny with Bool aws:SecureTransport "false" to its policy',
});

function deniesPlainHttp(graph: ResourceGraph, holder: Resource): boolean | Missing {
  const policy = policyIn(graph, holder, 'policy');
  if (policy === undefined || policy instanceof Missing) return policy ?? false;
  return policy.statements.some(
    ({ effect, principals, conditions }) =>
      effect === 'Deny' &&
      principals?.values.some(({ value }) => textOf(value) === '*') === true &&
      conditions.length === 1 &&
      conditions.every(
        ({ key, values }) =>
          key.toLowerCase() === 'aws:securetransport' && textOf(values[0] ?? '') === 'false',
      ),
  );
}
