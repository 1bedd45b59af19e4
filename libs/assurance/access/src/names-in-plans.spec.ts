import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import { said } from '../test/hcl-access';
import { policy } from '../test/small-graph';
import { Access } from './index';

/** A plan that creates what is given, with ids and ARNs that only AWS will give. */
function planOf(resources: Readonly<Record<string, object>>): ResourceGraph {
  const changes = Object.entries(resources).map(([address, after]) => {
    const [type, name] = address.split('.');
    const change = {
      actions: ['create'],
      before: null,
      after,
      after_unknown: { id: true, arn: true },
    };
    return { address, mode: 'managed', type, name, change };
  });
  const configuration = {
    provider_config: {
      aws: { name: 'aws', expressions: { region: { constant_value: 'eu-central-1' } } },
    },
    root_module: {
      resources: changes.map(({ address, mode, type, name }) => ({
        ...{ address, mode, type, name },
        provider_config_key: 'aws',
      })),
    },
  };
  const json = {
    configuration,
    format_version: '1.2',
    planned_values: { root_module: {} },
    resource_changes: changes,
  };
  return ResourceGraph.of([
    parseDocument(json as Parameters<typeof parseDocument>[0], { name: 'plan' }),
  ]);
}

/** What a role may do by a policy that is written out. */
function may(action: string, Resource: string, to: string, more: object = {}) {
  const graph = planOf({
    'aws_iam_role.app': {
      name: 'app',
      path: '/team/',
      assume_role_policy: policy(),
      inline_policy: [
        { name: 'own', policy: policy({ Effect: 'Allow', Action: action, Resource, ...more }) },
      ],
    },
    'aws_s3_bucket.data': { bucket: 'data' },
    'aws_secretsmanager_secret.db': { name: 'db', tags_all: {} },
    'aws_sqs_queue.work': { name: 'work', tags_all: {} },
  });
  const access = Access.of(graph);
  const [answer = ''] = said(
    access.authorize({ caller: { identity: 'aws_iam_role.app' }, action, resource: to }),
  );
  return /policy (?<word>yes|no|unknown)/.exec(answer)?.groups?.['word'];
}

describe('a policy that is written out, in a plan that creates what it is about', () => {
  it.each([
    ['s3:ListBucket', 'arn:aws:s3:::data', 'aws_s3_bucket.data', 'yes'],
    ['s3:ListBucket', 'arn:aws:s3:::other', 'aws_s3_bucket.data', 'no'],
    ['s3:GetObject', 'arn:aws:s3:::data/*', 'aws_s3_bucket.data', 'yes'],
    ['s3:GetObject', 'arn:aws:s3:::data', 'aws_s3_bucket.data', 'no'],
    ['sqs:SendMessage', 'arn:aws:sqs:*:*:wo*', 'aws_sqs_queue.work', 'yes'],
    ['sqs:SendMessage', 'arn:aws:sqs:*:111111111111:work', 'aws_sqs_queue.work', 'unknown'],
    ['sqs:SendMessage', 'arn:aws:sqs:*:*:other', 'aws_sqs_queue.work', 'no'],
    [
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:*:*:secret:db-??????',
      'aws_secretsmanager_secret.db',
      'yes',
    ],
    [
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:*:*:secret:db',
      'aws_secretsmanager_secret.db',
      'no',
    ],
  ])('%s on %s: %s, %s', (action, resource, to, answer) => {
    expect(may(action, resource, to)).toBe(answer);
  });

  it('knows the caller by its path and name', () => {
    const by = (arn: string) =>
      may('sqs:SendMessage', '*', 'aws_sqs_queue.work', {
        Condition: { ArnLike: { 'aws:PrincipalArn': arn } },
      });

    expect(by('arn:aws:iam::*:role/team/app')).toBe('yes');
    expect(by('arn:aws:iam::*:role/app')).toBe('no');
  });
});
