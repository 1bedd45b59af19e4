import { FALSE } from '@culvert/symbolic';
import { graphOf, policy, stateOf } from '../test/small-graph';
import { said } from '../test/hcl-access';
import { Access } from './index';

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-resource-policy.html
const DOMAIN = 'arn:aws:execute-api:eu-central-1:111111111111:/domainnames/orders.internal+abc123';
const ENDPOINT = 'vpce-0a1b2c3d4e5f60718';

const everyone = (Resource: string, more: object = {}) => ({
  Sid: 'Everyone',
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource,
  ...more,
});
const others = {
  Sid: 'OtherEndpoints',
  Effect: 'Deny',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: 'execute-api:/*',
  Condition: { StringNotEquals: { 'aws:SourceVpce': ENDPOINT } },
};

function calls(domainPolicy: string, endpointPolicy: string, types = ['PRIVATE']) {
  const graph = graphOf(
    stateOf({
      'aws_api_gateway_rest_api.orders': {
        id: 'a1b2c3d4e5',
        execution_arn: 'arn:aws:execute-api:eu-central-1:111111111111:a1b2c3d4e5',
        endpoint_configuration: [{ types: ['PRIVATE'] }],
        policy: policy(everyone('execute-api:/*')),
      },
      'aws_api_gateway_domain_name.orders': {
        id: 'orders.internal/abc123',
        arn: 'arn:aws:apigateway:eu-central-1::/domainnames/orders.internal',
        domain_name: 'orders.internal',
        domain_name_id: 'abc123',
        region: 'eu-central-1',
        endpoint_configuration: [{ types }],
        policy: domainPolicy,
      },
      'aws_vpc_endpoint.api': { id: ENDPOINT, vpc_id: 'vpc-0a1b2c3d', policy: endpointPolicy },
      'aws_vpc_endpoint.other': {
        id: 'vpce-00000000',
        vpc_id: 'vpc-0a1b2c3d',
        policy: endpointPolicy,
      },
    }),
  );
  return (endpoint: string) =>
    said(
      Access.of(graph).invokeApi({
        api: 'a1b2c3d4e5',
        domain: 'aws_api_gateway_domain_name.orders',
        stage: 'live',
        method: { method: 'GET', path: '/', authorization: 'NONE', apiKeyRequired: FALSE },
        caller: 'anonymous',
        endpoint,
      }),
    );
}

describe('a private custom domain name', () => {
  const open = policy(everyone('*'));
  const domain = 'aws_api_gateway_domain_name.orders';
  const api = [
    'resource policy yes: aws_api_gateway_rest_api.orders Everyone',
    'authorizer yes: aws_api_gateway_rest_api.orders',
  ];
  const at = (endpoint: string, answer = 'yes') =>
    answer === 'yes'
      ? `endpoint policy yes: aws_vpc_endpoint.${endpoint} Everyone`
      : `endpoint policy no: aws_vpc_endpoint.${endpoint}`;

  it.each(['execute-api:/*', '*', DOMAIN])('asks its own policy for %s', (resource) => {
    const call = calls(policy(everyone(resource), others), open);

    expect(call(ENDPOINT)).toEqual([
      at('api'),
      at('api'),
      `resource policy yes: ${domain} Everyone`,
      ...api,
    ]);
    expect(call('vpce-00000000')).toContain(`resource policy no: ${domain} OtherEndpoints`);
  });

  it('lets nobody pass without a policy', () => {
    expect(calls('', open)(ENDPOINT)).toContain(`resource policy no: ${domain}`);
  });

  it('has to be allowed by the endpoint, and so has the API', () => {
    const own = policy(everyone('execute-api:/*'));
    const onlyApi = policy(everyone('arn:aws:execute-api:*:*:a1b2c3d4e5/*'));
    const onlyDomain = policy(everyone(DOMAIN));

    expect(calls(own, onlyApi)(ENDPOINT).slice(0, 2)).toEqual([at('api'), at('api', 'no')]);
    expect(calls(own, onlyDomain)(ENDPOINT).slice(0, 2)).toEqual([at('api', 'no'), at('api')]);
  });

  it('is another thing than a Regional one, which has no policy', () => {
    expect(calls('', open, ['REGIONAL'])(ENDPOINT)).toEqual([at('api'), ...api]);
  });
});
