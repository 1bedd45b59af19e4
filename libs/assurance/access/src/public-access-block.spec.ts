import { said } from '../test/hcl-access';
import { graphOf, policy, stateOf } from '../test/small-graph';
import { Access, type CallerReference } from './index';

const OWN = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

/** Whether objects may be read. */
function reads(statement: object, caller: CallerReference, restrict_public_buckets?: boolean) {
  const block = { id: 'b', bucket: 'b', restrict_public_buckets };
  const queue = 'arn:aws:sqs:eu-central-1:111111111111:work';
  const graph = graphOf(
    stateOf({
      // Tells the account.
      'aws_sqs_queue.work': { id: queue, arn: queue, url: 'https://sqs/work', policy: '' },
      'aws_s3_bucket.b': { id: 'b', bucket: 'b', arn: 'arn:aws:s3:::b' },
      'aws_s3_bucket_policy.b': { id: 'b', bucket: 'b', policy: policy({ ...OWN, ...statement }) },
      ...(restrict_public_buckets === undefined
        ? {}
        : { 'aws_s3_bucket_public_access_block.b': block }),
    }),
  );
  return said(
    Access.of(graph).authorize({ caller, action: 's3:GetObject', resource: 'aws_s3_bucket.b' }),
  );
}

describe('a public access block', () => {
  const everyone = { Principal: '*' };
  const blocked = ['resource policy no: aws_s3_bucket_public_access_block.b'];

  it('keeps out who does not sign, and other accounts, when the policy is public', () => {
    expect(reads(everyone, 'anonymous', true)).toEqual(expect.arrayContaining(blocked));
    expect(reads(everyone, { identity: '222222222222' }, true)).toEqual(
      expect.arrayContaining(blocked),
    );
  });

  it('lets its own account in, and everyone where it does not restrict', () => {
    for (const answers of [
      reads(everyone, { identity: '111111111111' }, true),
      reads(everyone, 'anonymous', false),
      reads(everyone, 'anonymous'),
    ]) {
      expect(answers).toEqual([expect.stringMatching(/^resource policy yes: /)]);
    }
  });

  it('lets pass whom a policy names that is not public', () => {
    const named = { Principal: { AWS: '222222222222' } };
    const narrow = { ...everyone, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };

    expect(reads(named, { identity: '222222222222' }, true).join()).not.toContain('block');
    expect(reads(narrow, 'anonymous', true).join()).not.toContain('block');
  });

  it('is unknown where AWS does not say whether the policy is public', () => {
    const odd = { ...everyone, Condition: { StringEquals: { 's3:ExistingObjectTag/a': 'b' } } };

    expect(reads(odd, 'anonymous', true)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /unknown for whether AWS takes the policy .*: aws_s3_bucket_public_access_block/,
        ),
      ]),
    );
  });
});
