import { mistakesOf, temporaryFolder } from '../../test/files';
import { review } from '../review';
import { loadContext } from './context';

const ACCOUNT = '111111111111';
const SECRET = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:db-AbCdEf`;
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('control policies of a context', () => {
  const folder = temporaryFolder();
  const resources = {
    'aws_secretsmanager_secret.db': { id: SECRET, arn: SECRET, policy: '', tags_all: {} },
    'aws_iam_role.app': {
      id: 'app',
      name: 'app',
      arn: `arn:aws:iam::${ACCOUNT}:role/app`,
      assume_role_policy: policy({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      inline_policy: [
        { name: 'all', policy: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) },
      ],
    },
  };
  const state = folder.write(
    'state.json',
    JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          resources: Object.entries(resources).map(([address, values]) => {
            const [type, name] = address.split('.');
            return { address, mode: 'managed', type, name, values };
          }),
        },
      },
    }),
  );
  const flows = folder.write(
    'flows.yaml',
    `version: 1
access:
  - { name: reads, as: aws_iam_role.app, action: 'secretsmanager:GetSecretValue', to: aws_secretsmanager_secret.db, expect: allowed }
  - { name: runs, as: lambda.amazonaws.com, action: 'sts:AssumeRole', to: aws_iam_role.app, expect: allowed }
`,
  );
  folder.write(
    'no-secrets.json',
    policy({ Effect: 'Deny', Action: 'secretsmanager:*', Resource: '*' }),
  );
  folder.write('storage.json', policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }));
  folder.write('text.json', 'no policy');
  const contextOf = (levels: string) =>
    folder.write('context.yaml', `version: 1\ncontrolPolicies:\n${levels}\n`);
  const verdicts = (levels: string) =>
    review({ documents: [state], flows: [flows], context: contextOf(levels) }).flows.map(
      ({ verdict }) => verdict,
    );

  it.each([
    ['AWS lets all pass', '- { kind: service, policies: [FullAWSAccess] }', 'PROVEN'],
    ['one denies', '- { kind: service, policies: [FullAWSAccess, no-secrets.json] }', 'REFUTED'],
    ['one denies the use', '- { kind: resource, policies: [no-secrets.json] }', 'REFUTED'],
    ['a level allows something else', '- { kind: service, policies: [storage.json] }', 'REFUTED'],
    [
      'every level must allow',
      '- { kind: service, policies: [FullAWSAccess] }\n- { kind: service, policies: [storage.json] }',
      'REFUTED',
    ],
    [
      'they are of another account',
      "- { kind: service, accounts: ['222222222222'], policies: [storage.json] }",
      'PROVEN',
    ],
  ])('%s', (_title, levels, verdict) => {
    expect(verdicts(levels)[0]).toBe(verdict);
  });

  it('limit no service', () => {
    expect(verdicts('- { kind: service, policies: [storage.json] }')[1]).toBe('PROVEN');
  });

  it('are among what was reviewed', () => {
    const context = contextOf('- { kind: service, policies: [storage.json] }');
    const { inputs } = review({ documents: [state], context });

    expect(inputs.map(({ path }) => path)).toContainEqual(expect.stringMatching(/storage\.json$/));
  });

  it('must be files with a policy, which are not shown otherwise', () => {
    const file = contextOf('- { kind: service, policies: [missing.json, text.json] }');

    expect(mistakesOf(() => loadContext(file))).toEqual([
      expect.objectContaining({ line: 3, allowed: expect.stringContaining('ENOENT') as string }),
      expect.objectContaining({ value: 'text.json', allowed: 'a file with a policy in JSON' }),
    ]);
  });
});
