import { said } from '../test/hcl-access';
import { graphOf, policy, stateOf } from '../test/small-graph';
import { Access } from './index';

const ACCOUNT = '111111111111';
const SECRET = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:db-AbCdEf`;

/** What a role may do that is allowed it under a condition. */
function may(condition: object, action: string, resource: object) {
  const graph = graphOf(
    stateOf({
      'aws_iam_role.app': {
        id: 'app',
        name: 'app',
        arn: `arn:aws:iam::${ACCOUNT}:role/app`,
        assume_role_policy: policy(),
        inline_policy: [
          {
            name: 'all',
            policy: policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition }),
          },
        ],
        managed_policy_arns: [],
        permissions_boundary: '',
      },
      ...resource,
    }),
  );
  const [to = ''] = Object.keys(resource);
  return said(
    Access.of(graph).authorize({ caller: { identity: 'aws_iam_role.app' }, action, resource: to }),
  ).join();
}

describe('tags of what is acted on', () => {
  const secret = (tags_all?: object) => ({
    'aws_secretsmanager_secret.db': { id: SECRET, arn: SECRET, policy: '', tags_all },
  });
  const reads = (condition: object, tags?: object) =>
    may(condition, 'secretsmanager:GetSecretValue', secret(tags));

  it.each([
    [{ StringEquals: { 'aws:ResourceTag/team': 'a' } }, { team: 'a' }, 'yes'],
    [{ StringEquals: { 'aws:ResourceTag/team': 'a' } }, { team: 'b' }, 'no'],
    [{ StringEquals: { 'aws:ResourceTag/team': 'a' } }, {}, 'no'],
    [{ StringNotEquals: { 'aws:ResourceTag/team': 'a' } }, {}, 'yes'],
    [{ StringEqualsIfExists: { 'aws:ResourceTag/team': 'a' } }, {}, 'yes'],
    [{ Null: { 'aws:ResourceTag/team': 'true' } }, { other: 'a' }, 'yes'],
    [{ StringEquals: { 'secretsmanager:ResourceTag/team': 'a' } }, { team: 'a' }, 'yes'],
    [{ StringEquals: { 'secretsmanager:ResourceTag/team': 'a' } }, { team: 'b' }, 'no'],
    [
      { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      undefined,
      'unknown for aws:ResourceTag/team',
    ],
  ])('%j of %j: %s', (condition, tags, answer) => {
    expect(reads(condition, tags)).toContain(` ${answer}`);
  });

  it('of a bucket count where AWS was told so, which no document says', () => {
    const bucket = {
      id: 'b',
      bucket: 'b',
      arn: 'arn:aws:s3:::b',
      policy: '',
      tags_all: { a: '1' },
    };
    const condition = { StringEquals: { 'aws:ResourceTag/a': '1' } };

    expect(may(condition, 's3:ListBucket', { 'aws_s3_bucket.b': bucket })).toContain(
      'unknown for aws:ResourceTag/a',
    );
  });

  it.each([
    [ACCOUNT, 'yes'],
    ['222222222222', 'no'],
  ])('of none, a key knows its caller by kms:CallerAccount %s: %s', (account, answer) => {
    const arn = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/0a1b2c3d-0000-0000-0000-000000000000`;
    const Condition = { StringEquals: { 'kms:CallerAccount': account } };
    const everyone = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Condition };
    const key = { id: arn, arn, policy: policy(everyone) };
    const never = { Bool: { 'aws:SecureTransport': 'false' } };

    expect(may(never, 'kms:Decrypt', { 'aws_kms_key.k': key })).toContain(` ${answer}`);
  });
});
