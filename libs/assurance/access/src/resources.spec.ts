import { AddressSet } from '@culvert/packet-set';
import { Case, hclGraph, said } from '../test/hcl-access';
import type { ResourceAccess } from './index';

const PARTNER = 'arn:aws:iam::444444444444';

describe.each(['plan', 'state'])('authorize in a %s', (file) => {
  const docs = new Case(hclGraph(`resources/${file}.json`));
  const may = (
    identity: string,
    action: string,
    resource: string,
    more: Partial<ResourceAccess> = { entry: 'open' },
  ) =>
    said(
      docs.access.authorize({
        caller: { identity: docs.graph.at(identity) ?? identity },
        action,
        resource: docs.graph.at(resource) ?? resource,
        ...more,
      }),
    );

  const THROUGH = { endpoint: 'aws_vpc_endpoint.s3', sources: AddressSet.of('10.0.0.0/16') };

  it('wants the endpoint that a bucket’s policy names', () => {
    const bucket = 'aws_s3_bucket.data';
    const allows = 'identity policy yes: aws_iam_role_policy.app Data';

    expect(may('aws_iam_role.app', 's3:GetObject', bucket, THROUGH)).toEqual([
      'endpoint policy yes: aws_vpc_endpoint.s3 [0]',
      allows,
    ]);
    expect(may('aws_iam_role.app', 's3:GetObject', bucket, {})).toEqual([
      'resource policy no: aws_s3_bucket_policy.data OnlyThroughTheEndpoint',
    ]);
    expect(may('aws_iam_role.app', 's3:GetObject', bucket)).toEqual([
      expect.stringMatching(/^resource policy unknown for .*aws:SourceVpce of the request/),
    ]);
    expect(may('aws_iam_role.app', 's3:ListBucket', bucket, {})).toEqual([allows]);
  });

  it('finds the bucket of an object', () => {
    expect(may('aws_iam_role.app', 's3:GetObject', 'arn:aws:s3:::culvert-data/a/b', {})).toEqual([
      'resource policy no: aws_s3_bucket_policy.data OnlyThroughTheEndpoint',
    ]);
  });

  it('has the endpoint’s policy, its own or the one that stands alone', () => {
    const through = (endpoint: string) => ({ endpoint, sources: AddressSet.of('10.0.0.7') });
    const own = 'aws_secretsmanager_secret.own';

    expect(
      may(
        'aws_iam_role.app',
        'secretsmanager:GetSecretValue',
        own,
        through('aws_vpc_endpoint.secrets'),
      ),
    ).toEqual([
      'endpoint policy yes: aws_vpc_endpoint.secrets Read',
      'identity policy yes: aws_iam_role_policy.app Data',
    ]);
    expect(
      may(
        `${PARTNER}:role/reader`,
        'secretsmanager:GetSecretValue',
        own,
        through('aws_vpc_endpoint.secrets'),
      )[0],
    ).toBe('endpoint policy no: aws_vpc_endpoint.secrets');
    expect(
      may(
        'aws_iam_role.app',
        'sqs:SendMessage',
        'aws_sqs_queue.work["a"]',
        through('aws_vpc_endpoint.sqs'),
      ),
    ).toEqual([
      'endpoint policy yes: aws_vpc_endpoint_policy.sqs OwnQueues',
      'identity policy yes: aws_iam_role_policy.app Data',
    ]);
    expect(
      may(
        'aws_iam_role.app',
        'sqs:SendMessage',
        'arn:aws:sqs:eu-central-1:444444444444:q',
        through('aws_vpc_endpoint.sqs'),
      )[0],
    ).toBe('endpoint policy no: aws_vpc_endpoint_policy.sqs');
  });

  it('wants both sides across accounts', () => {
    const reads = (identity: string, secret: string) =>
      may(identity, 'secretsmanager:GetSecretValue', `aws_secretsmanager_secret.${secret}`);

    expect(reads(`${PARTNER}:role/other`, 'shared').join()).toMatch(/resource policy no/);
    expect(reads(`${PARTNER}:role/reader`, 'shared').join()).toContain(
      `policies of ${PARTNER}:role/reader`,
    );
    expect(reads(`${PARTNER}:root`, 'own')).toEqual([
      'resource policy no: aws_secretsmanager_secret.own',
    ]);
    expect(reads('aws_iam_role.plain', 'shared')).toEqual([
      'resource policy no: aws_secretsmanager_secret_policy.shared NotPlain',
    ]);
    expect(reads('aws_iam_role.plain', 'own')).toEqual(['identity policy no: aws_iam_role.plain']);
  });

  it('wants a key’s policy to allow: the account’s by default, or a grant', () => {
    expect(may('aws_iam_role.app', 'kms:Decrypt', 'aws_kms_key.plain')).toContain(
      'identity policy yes: aws_iam_role_policy.app Data',
    );
    expect(may('aws_iam_role.app', 'kms:Decrypt', 'aws_kms_alias.plain')).toContain(
      'identity policy yes: aws_iam_role_policy.app Data',
    );
    expect(may('aws_iam_role.plain', 'kms:Decrypt', 'aws_kms_key.plain')).toEqual([
      'identity policy no: aws_iam_role.plain',
    ]);
    expect(may('aws_iam_role.plain', 'kms:Decrypt', 'aws_kms_key.closed')).toEqual([
      expect.stringMatching(/policy no/),
    ]);
    expect(may('aws_iam_role.app', 'kms:Decrypt', 'aws_kms_key.closed')).toContain(
      'resource policy yes: aws_kms_key.closed aws_kms_grant.app',
    );
    expect(may('aws_iam_role.app', 'kms:Sign', 'aws_kms_key.closed')).toEqual([
      expect.stringMatching(/policy no/),
    ]);
  });

  it('has the queues’ policies of for_each, with what a service says of its source', () => {
    const sent = (arn: string) =>
      may('sns.amazonaws.com', 'sqs:SendMessage', 'aws_sqs_queue.work["b"]', {
        context: { 'aws:SourceArn': arn },
      });

    expect(sent('arn:aws:sns:eu-central-1:123456789012:events')).toEqual([
      'resource policy yes: aws_sqs_queue_policy.work["b"] Topic',
    ]);
    expect(sent('arn:aws:sns:eu-central-1:123456789012:others')).toEqual([
      'resource policy no: aws_sqs_queue_policy.work["b"]',
    ]);
  });

  it('does not take the word of another account for its roles', () => {
    expect(may(`${PARTNER}:root`, 'sns:Publish', 'aws_sns_topic.events')).toEqual([
      'resource policy yes: aws_sns_topic_policy.events Partner',
    ]);
    expect(may(`${PARTNER}:role/reader`, 'sns:Publish', 'aws_sns_topic.events').join()).toContain(
      `unknown for permissions boundary of ${PARTNER}:role/reader, policies of`,
    );
  });

  describe('invokeFunction', () => {
    const invoked = (service: string, source: string, more = {}) =>
      said(
        docs.access.invokeFunction({
          function: 'aws_lambda_function.orders',
          service,
          source,
          ...more,
        }),
      );
    const topic = 'aws_sns_topic.events';

    it('wants a permission for the source', () => {
      expect(invoked('sns.amazonaws.com', topic)).toEqual([
        'function permission yes: aws_lambda_permission.topic',
      ]);
      expect(invoked('sns.amazonaws.com', 'arn:aws:sns:eu-central-1:123456789012:others')).toEqual([
        'function permission no: aws_lambda_function.orders',
      ]);
      expect(invoked('s3.amazonaws.com', topic)).toEqual([
        'function permission no: aws_lambda_function.orders',
      ]);
    });

    it('keeps the permissions of an alias apart', () => {
      const balancer = 'elasticloadbalancing.amazonaws.com';

      expect(invoked(balancer, topic, { function: 'aws_lambda_alias.live' })).toEqual([
        'function permission yes: aws_lambda_permission.alias',
      ]);
      expect(invoked(balancer, topic, { qualifier: '' })).toEqual([
        'function permission no: aws_lambda_function.orders',
      ]);
      expect(invoked(balancer, topic)).toEqual([
        'function permission unknown for which version or alias of aws_lambda_function.orders is called: aws_lambda_permission.alias',
      ]);
    });

    it('asks the role that a service assumes', () => {
      expect(invoked('lambda.amazonaws.com', topic, { credentials: 'aws_iam_role.plain' })).toEqual(
        ['trust policy yes: aws_iam_role.plain [0]', 'identity policy no: aws_iam_role.plain'],
      );
      expect(
        invoked('apigateway.amazonaws.com', topic, { credentials: 'aws_iam_role.app' })[0],
      ).toBe('trust policy no: aws_iam_role.app');
    });

    it('lets another account call that is named', () => {
      expect(may(`${PARTNER}:root`, 'lambda:InvokeFunction', 'aws_lambda_function.orders')).toEqual(
        ['resource policy yes: aws_lambda_function.orders aws_lambda_permission.partner'],
      );
      expect(
        may(
          'arn:aws:iam::555555555555:root',
          'lambda:InvokeFunction',
          'aws_lambda_function.orders',
        ),
      ).toEqual(['resource policy no: aws_lambda_function.orders']);
    });
  });

  it('lets the service’s own account connect', () => {
    expect(
      said(docs.access.mayConnect('aws_vpc_endpoint.sqs', 'aws_vpc_endpoint_service.shared')),
    ).toEqual(['endpoint service yes: aws_vpc_endpoint_service.shared']);
  });
});

describe('authorize in a plan that changes what is there', () => {
  const sends = (file: string) =>
    said(
      new Case(hclGraph(`changes/${file}.json`)).access.authorize({
        caller: { identity: `${PARTNER}:root` },
        action: 'sqs:SendMessage',
        resource: 'aws_sqs_queue.work',
      }),
    );

  it('does not have the policy that is taken away', () => {
    expect(sends('state')).toEqual(['resource policy yes: aws_sqs_queue_policy.work Partner']);
    expect(sends('plan')).toEqual(['resource policy no: aws_sqs_queue.work']);
  });
});
