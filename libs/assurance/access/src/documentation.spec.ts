import { FALSE, TRUE } from '@culvert/symbolic';
import { graphOf, policy, stateOf } from '../test/small-graph';
import { allPass } from './private/answers';
import { Access, type CallerReference } from './index';

const ACCOUNT = '123412341234';
const arn = (api: string, rest: string) =>
  `arn:aws:execute-api:us-east-1:${ACCOUNT}:${api}/${rest}`;
const MYUSER = 'arn:aws:iam::123412341234:user/MyUser';

const call = (
  api: string,
  method: string,
  path: string,
  caller: CallerReference,
  statements: readonly object[],
) => {
  const policies = {
    'aws_vpc_endpoint.e': { id: 'vpce-1', vpc_id: 'vpc-1', policy: policy(...statements) },
    'aws_iam_user.me': { id: 'MyUser', name: 'MyUser', arn: MYUSER },
    ...Object.fromEntries(
      ['a1b2c3d4e5', 'aaaaa11111', 'bbbbb22222'].map((id) => [
        `aws_api_gateway_rest_api.${id}`,
        {
          id,
          execution_arn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:${id}`,
          endpoint_configuration: [{ types: ['PRIVATE'] }],
          policy: policy({
            Effect: 'Allow',
            Principal: '*',
            Action: 'execute-api:Invoke',
            Resource: 'execute-api:/*',
          }),
        },
      ]),
    ),
  };
  const signed = caller === 'anonymous' ? 'NONE' : 'AWS_IAM';
  return allPass(
    Access.of(graphOf(stateOf(policies))).invokeApi({
      api,
      stage: 'stageName',
      method: { method, path, authorization: signed, apiKeyRequired: FALSE },
      caller,
      endpoint: 'vpce-1',
    }),
  );
};

const allow = (resources: string | readonly string[], principal: unknown = '*') => [
  {
    Principal: principal,
    Action: ['execute-api:Invoke'],
    Effect: 'Allow',
    Resource: resources,
  },
];

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html */
describe('API Gateway’s examples of endpoint policies', () => {
  it.each([
    ['a1b2c3d4e5', TRUE],
    ['aaaaa11111', TRUE],
    ['bbbbb22222', FALSE],
  ])('1, two APIs: %s', (api, expected) => {
    const two = allow([arn('a1b2c3d4e5', '*'), arn('aaaaa11111', '*')]);

    expect(call(api, 'POST', '/anything', 'anonymous', two)).toEqual(expected);
  });

  it.each([
    ['a1b2c3d4e5', 'GET', TRUE],
    ['a1b2c3d4e5', 'POST', FALSE],
    ['aaaaa11111', 'GET', FALSE],
  ])('2, GET methods of one API: %s %s', (api, method, expected) => {
    const gets = allow([arn('a1b2c3d4e5', 'stageName/GET/*')]);

    expect(call(api, method, '/orders', 'anonymous', gets)).toEqual(expected);
  });

  it.each<[string, CallerReference, typeof TRUE]>([
    ['the user', { identity: MYUSER }, TRUE],
    ['another user', { identity: 'arn:aws:iam::123412341234:user/Other' }, FALSE],
    ['somebody without a signature', 'anonymous', FALSE],
  ])('3, one user: %s', (_title, caller, expected) => {
    const mine = allow([arn('a1b2c3d4e5', '*')], { AWS: [MYUSER] });

    expect(call('a1b2c3d4e5', 'GET', '/orders', caller, mine)).toEqual(expected);
  });
});
