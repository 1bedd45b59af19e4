import { hclGraph } from '../test/hcl-document';
import { change, smallGraph } from '../test/small-plan';
import { shown } from '../test/shown';
import type { JsonObject } from './json';
import { policyDocument, type ResourceGraph } from './index';

/** A policy that the data source will make of a statement. */
function documentWith(after: JsonObject, unknown: JsonObject = {}) {
  const document = 'data.aws_iam_policy_document.a';
  const graph = smallGraph(
    [
      change(document, {}, { actions: ['read'], after, after_unknown: { json: true, ...unknown } }),
      change('aws_vpc_endpoint.a', {}, { after_unknown: { policy: true } }),
    ],
    {
      configuration: {
        root_module: {
          resources: [
            { address: document, expressions: {} },
            {
              address: 'aws_vpc_endpoint.a',
              expressions: { policy: { references: [`${document}.json`, document] } },
            },
          ],
        },
      },
    },
  );
  return policyOf(graph, 'aws_vpc_endpoint.a', 'policy');
}

function policyOf(graph: ResourceGraph, address: string, attribute: string) {
  return shown(policyDocument(graph, graph.at(address)?.value(attribute)));
}

describe('policyDocument', () => {
  const graph = hclGraph('modules/plan.json');

  it('reads JSON', () => {
    expect(policyOf(graph, 'aws_iam_role.caller', 'assume_role_policy')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      ],
    });
  });

  it('is what a data source will make of its statements, with symbols', () => {
    const api =
      'arn:aws:execute-api:eu-central-1:111111111111:${aws_api_gateway_rest_api.orders.id}';

    expect(policyOf(graph, 'aws_api_gateway_rest_api_policy.orders', 'policy')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['execute-api:Invoke'],
          Resource: [`\${data.aws_iam_policy_document.orders.statement[0].resources[0]: ${api}}`],
          Principal: { AWS: ['111111111111', 'arn:aws:iam::111111111111:role/caller'] },
          Condition: {
            StringEquals: {
              'aws:SourceVpce': ['${module.network.aws_vpc_endpoint.interface["execute-api"].id}'],
            },
          },
        },
      ],
    });
  });

  it('writes anyone, policy variables and repeated conditions as the data source does', () => {
    const condition = (test: string, variable: string, values: string[]) => ({
      test,
      variable,
      values,
    });
    const statement = {
      sid: 'own',
      effect: 'Deny',
      not_actions: ['s3:Get*'],
      resources: ['arn:aws:s3:::home/&{aws:username}/*'],
      principals: [{ type: '*', identifiers: ['*'] }],
      condition: [
        condition('StringLike', 'aws:PrincipalArn', ['a']),
        condition('StringLike', 'aws:PrincipalArn', ['b']),
        condition('Bool', 'aws:SecureTransport', ['false']),
      ],
    };

    expect(
      documentWith({ version: '2008-10-17', policy_id: 'id', statement: [statement] }),
    ).toEqual({
      Version: '2008-10-17',
      Id: 'id',
      Statement: [
        {
          Sid: 'own',
          Effect: 'Deny',
          NotAction: ['s3:Get*'],
          Resource: ['arn:aws:s3:::home/${aws:username}/*'],
          Principal: '*',
          Condition: {
            StringLike: { 'aws:PrincipalArn': ['a', 'b'] },
            Bool: { 'aws:SecureTransport': ['false'] },
          },
        },
      ],
    });
  });

  it.each([
    ['statements are not known', {}, { statement: true }],
    ['what is merged into it is none', { statement: [], source_policy_documents: ['none'] }, {}],
    [
      'what overrides it is not known',
      { statement: [], override_policy_documents: [null] },
      { override_policy_documents: [true] },
    ],
  ])('does not tell when %s', (_title, after, unknown) => {
    expect(documentWith(after, unknown)).toBeUndefined();
  });

  describe('with other documents merged into it', () => {
    const statement = (sid: string, action: string) => ({
      sid,
      effect: 'Allow',
      actions: [action],
    });
    const made = (sid: string, action: string) => ({ Sid: sid, Effect: 'Allow', Action: [action] });
    const json = (version: string, ...statements: readonly object[]) =>
      JSON.stringify({ Version: version, Statement: statements });

    it('puts a statement in the place of an earlier one with its Sid', () => {
      expect(
        documentWith({
          version: '2008-10-17',
          source_policy_documents: [
            json('2008-10-17', made('a', 'source'), made('', 'source')),
            json('2012-10-17', made('b', 'source'), made('c', 'source')),
          ],
          statement: [statement('b', 'own'), statement('', 'own')],
          override_policy_documents: [json('2012-10-17', made('a', 'over')), json('2012-10-17')],
        }),
      ).toEqual({
        Version: '2012-10-17',
        Statement: [
          made('a', 'over'),
          made('', 'source'),
          made('b', 'own'),
          made('c', 'source'),
          { Effect: 'Allow', Action: ['own'] },
        ],
      });
    });

    it('has a symbol for the statements of one that is not known', () => {
      expect(
        documentWith(
          { statement: [statement('a', 'own')], source_policy_documents: [null] },
          { source_policy_documents: [true] },
        ),
      ).toEqual({
        Version: '2012-10-17',
        Statement: [
          '${data.aws_iam_policy_document.a.source_policy_documents[0]}',
          made('a', 'own'),
        ],
      });
    });
  });

  it('does not tell what text is not JSON, or made of what is not known', () => {
    expect(policyDocument(graph, 'allow everything')).toBeUndefined();
    expect(policyDocument(graph, graph.at('aws_lb.internal')?.value('arn'))).toBeUndefined();
  });
});
