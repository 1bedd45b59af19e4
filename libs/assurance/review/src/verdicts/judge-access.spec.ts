import { temporaryFolder } from '../../test/files';
import { review } from '../review';

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

describe('access', () => {
  const folder = temporaryFolder();
  const role = {
    id: 'app',
    name: 'app',
    arn: 'arn:aws:iam::111111111111:role/app',
    assume_role_policy: policy({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    inline_policy: [
      { name: 'own', policy: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
    ],
  };
  const bucket = {
    id: 'b',
    bucket: 'b',
    arn: 'arn:aws:s3:::b',
    policy: policy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-00000001' } },
    }),
  };
  const state = folder.write(
    'state.json',
    JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            { address: 'aws_iam_role.app', type: 'aws_iam_role', name: 'app', values: role },
            { address: 'aws_s3_bucket.b', type: 'aws_s3_bucket', name: 'b', values: bucket },
          ].map((resource) => ({ mode: 'managed', ...resource })),
        },
      },
    }),
  );
  const judged = (as: string, action: string, to: string, expect: string) => {
    const flow = JSON.stringify({ as, action, to, expect });
    const flows = folder.write('flows.yaml', `version: 1\naccess: [${flow}]\n`);
    return review({ documents: [state], flows: [flows] }).flows[0];
  };

  it.each(['allowed', 'denied'])(
    'is UNKNOWN where it depends on how the request comes: %s',
    (expected) => {
      expect(
        judged('aws_iam_role.app', 's3:ListBucket', 'aws_s3_bucket.b', expected),
      ).toMatchObject({
        verdict: 'UNKNOWN',
        missing: ['aws:SourceVpce of the request'],
      });
    },
  );

  it.each([
    ['lambda.amazonaws.com', 'allowed', 'PROVEN'],
    ['ec2.amazonaws.com', 'allowed', 'REFUTED'],
    ['ec2.amazonaws.com', 'denied', 'PROVEN'],
  ])('may be that of a service: %s %s', (service, expected, verdict) => {
    expect(judged(service, 'sts:AssumeRole', 'aws_iam_role.app', expected)?.verdict).toBe(verdict);
  });
});
