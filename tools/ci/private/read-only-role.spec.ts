import { assumingRole } from './read-only-role.mjs';

const configuration = (role: string) => ({
  terraform: {
    backend: {
      s3: { bucket: 'state', assume_role: { role_arn: `arn:aws:iam::999999999999:role/${role}` } },
    },
  },
  provider: {
    aws: [
      { alias: 'api', assume_role: [{ role_arn: `arn:aws:iam::222222222222:role/${role}` }] },
      { alias: 'consumer', assume_role: [] },
      { alias: 'shared' },
    ],
  },
  resource: {
    aws_iam_role_policy_attachment: { a: { role_arn: 'arn:aws:iam::222222222222:role/app' } },
  },
});

describe('assumingRole', () => {
  it('replaces the role of every account and of the state, and nothing else', () => {
    expect(assumingRole(configuration('platform/culvert-deploy'), 'culvert-plan')).toEqual(
      configuration('culvert-plan'),
    );
  });

  it('fails on what is not the name of a role', () => {
    expect(() => assumingRole({}, 'arn:aws:iam::222222222222:role/x')).toThrow(
      '"arn:aws:iam::222222222222:role/x" is not the name of an IAM role',
    );
  });
});
