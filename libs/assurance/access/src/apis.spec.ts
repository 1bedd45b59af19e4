import { AddressSet } from '@culvert/packet-set';
import { FALSE, TRUE } from '@culvert/symbolic';
import { Case, hclGraph, said } from '../test/hcl-access';
import type { ApiCall, CalledMethod } from './index';

const GET: CalledMethod = {
  method: 'GET',
  path: '/orders',
  authorization: 'NONE',
  apiKeyRequired: FALSE,
};

describe.each(['plan', 'state'])('invokeApi in a %s', (file) => {
  const docs = new Case(hclGraph(`apis/${file}.json`));
  const call = (api: string, more: Partial<ApiCall> = {}) =>
    said(
      docs.access.invokeApi({
        api: `aws_api_gateway_rest_api.${api}`,
        stage: 'prod',
        method: GET,
        caller: 'anonymous',
        ...more,
      }),
    );
  const open = (api: string) => `authorizer yes: aws_api_gateway_rest_api.${api}`;
  const from = (...ranges: readonly string[]) => ({ sources: AddressSet.of(...ranges) });
  const through = (endpoint: string) => ({
    endpoint: `aws_vpc_endpoint.api["${endpoint}"]`,
    ...from('10.0.0.0/24'),
  });
  const allowed = 'endpoint policy yes: aws_vpc_endpoint.api["allowed"] [0]';
  const signed = { ...GET, authorization: 'AWS_IAM' } as const;
  const caller = { identity: 'aws_iam_role.caller' };

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
  describe('as the examples of resource policies have it', () => {
    it('denies ranges of addresses', () => {
      const policy = 'aws_api_gateway_rest_api.by_range';

      expect(call('by_range', from('192.0.2.7'))).toEqual([
        `resource policy no: ${policy} DenyRanges`,
        open('by_range'),
      ]);
      expect(call('by_range', from('203.0.113.0/24'))).toEqual([
        `resource policy yes: ${policy} [0]`,
        open('by_range'),
      ]);
      expect(call('by_range', from('198.51.0.0/16'))).toEqual([
        `resource policy no, leaks yes: ${policy} DenyRanges`,
        open('by_range'),
      ]);
    });

    it('allows ranges of addresses', () => {
      const policy = 'aws_api_gateway_rest_api.allow_list';

      expect(call('allow_list', from('192.0.2.0/25', '198.51.100.1'))[0]).toBe(
        `resource policy yes: ${policy} AllowRanges`,
      );
      expect(call('allow_list', from('0.0.0.0/0'))[0]).toBe(
        `resource policy no, leaks yes: ${policy}`,
      );
      expect(call('allow_list', from('203.0.113.0/24'))[0]).toBe(`resource policy no: ${policy}`);
      expect(call('allow_list')[0]).toBe(
        `resource policy unknown for aws:SourceIp of the request: ${policy} AllowRanges`,
      );
    });

    it('lets the named endpoint pass alone', () => {
      const policy = 'aws_api_gateway_rest_api_policy.by_endpoint';

      expect(call('by_endpoint', through('allowed'))).toEqual([
        allowed,
        `resource policy yes: ${policy} Everyone`,
        open('by_endpoint'),
      ]);
      expect(call('by_endpoint', { ...through('other'), caller })).toContain(
        `resource policy no: ${policy} DenyOtherEndpoints`,
      );
    });

    it('lets the named VPC pass alone', () => {
      const policy = 'aws_api_gateway_rest_api_policy.by_vpc';

      expect(call('by_vpc', through('allowed'))).toContain(
        `resource policy yes: ${policy} Everyone`,
      );
      expect(call('by_vpc', { ...through('other'), caller })).toContain(
        `resource policy no: ${policy} DenyOtherVpcs`,
      );
    });
  });

  it('takes a request without a signature for anonymous at the endpoint', () => {
    const guarded = 'aws_vpc_endpoint_policy.api';
    const bearer = { ...GET, authorization: 'CUSTOM', authorizer: 'authorizer' } as const;
    const atEndpoint = (more: Partial<ApiCall>) =>
      call('by_endpoint', { ...through('other'), ...more })[0];

    expect(atEndpoint({ caller })).toBe(`endpoint policy yes: ${guarded} CallersOnly`);
    expect(atEndpoint({})).toBe(`endpoint policy no: ${guarded}`);
    expect(atEndpoint({ caller, method: bearer })).toBe(`endpoint policy no: ${guarded}`);
    expect(atEndpoint({ caller: 'any' })).toBe(`endpoint policy yes: ${guarded} CallersOnly`);
  });

  it('does not take the policy for the answer of an authorizer, which may be a Deny', () => {
    const bearer = { ...GET, authorization: 'CUSTOM', authorizer: 'authorizer' } as const;
    const answers = (more: Partial<ApiCall>) =>
      call('by_endpoint', { ...through('allowed'), method: bearer, ...more }).at(-1);

    expect(answers({})).toBe('authorizer unknown for answer of authorizer: authorizer');
    expect(answers({ authorized: true })).toBe('authorizer yes: authorizer');
  });

  it('lets nobody reach a private API but through an endpoint, and none without a policy', () => {
    expect(call('by_endpoint')).toEqual([
      'resource policy no: aws_api_gateway_rest_api.by_endpoint',
    ]);
    expect(call('without_policy', through('allowed'))).toEqual([
      allowed,
      'resource policy no: aws_api_gateway_rest_api.without_policy',
    ]);
    expect(call('without_policy', { ...through('allowed'), method: signed, caller })).toEqual([
      allowed,
      'resource policy no: aws_api_gateway_rest_api.without_policy',
    ]);
  });

  it('lets everyone call a public API without a policy', () => {
    expect(call('public')).toEqual([open('public')]);
  });

  it('reads the policy in the OpenAPI document, stage, method and path', () => {
    const policy = 'aws_api_gateway_rest_api.in_body';
    const answer = (more: Partial<ApiCall>) =>
      call('in_body', { ...through('allowed'), ...more })[1];
    const proxy = { ...GET, method: 'ANY', path: '/{proxy+}' };

    expect(answer({})).toBe(`resource policy yes: ${policy} ReadOrders`);
    expect(answer({ stage: 'test' })).toBe(`resource policy no: ${policy}`);
    expect(answer({ method: { ...GET, method: 'POST' } })).toBe(`resource policy no: ${policy}`);
    expect(answer({ method: proxy })).toMatch(/^resource policy unknown/);
    expect(answer({ method: proxy, request: { method: 'GET', path: '/orders?a=b' } })).toBe(
      `resource policy yes: ${policy} ReadOrders`,
    );
  });

  describe('with a signature asked for', () => {
    const signedCall = (api: string, more: Partial<ApiCall> = {}) =>
      call(api, { method: signed, ...more });

    it('refuses a call without', () => {
      expect(signedCall('public')).toEqual(['authorizer no: aws_api_gateway_rest_api.public']);
    });

    it('asks the caller’s policies, and lets either side allow in one account', () => {
      expect(signedCall('public', { caller })).toEqual([
        'identity policy yes: aws_iam_role_policy.caller Call',
      ]);
      expect(signedCall('public', { caller, method: { ...signed, method: 'POST' } })).toEqual([
        'identity policy no: aws_iam_role.caller',
      ]);
      expect(
        signedCall('by_endpoint', {
          ...through('allowed'),
          caller,
          method: { ...signed, method: 'POST' },
        }),
      ).toEqual([
        allowed,
        'resource policy yes: aws_api_gateway_rest_api_policy.by_endpoint Everyone',
        'identity policy yes: aws_iam_role.caller',
      ]);
    });

    it('wants both sides across accounts', () => {
      const root = { identity: 'arn:aws:iam::444444444444:root' };

      expect(signedCall('public', { caller: root })).toEqual([
        'identity policy no: arn:aws:iam::444444444444:root',
      ]);
      expect(signedCall('by_range', { caller: root, ...from('203.0.113.9') })).toEqual([
        'resource policy yes: aws_api_gateway_rest_api.by_range [0]',
        'identity policy yes: arn:aws:iam::444444444444:root',
      ]);
    });

    it('lets somebody in where the policies may let somebody in', () => {
      expect(signedCall('by_endpoint', { ...through('allowed'), caller: 'any' })).toContain(
        'identity policy yes: whoever signs',
      );
      expect(signedCall('by_range', { caller: 'any', ...from('192.0.2.1') })).toEqual([
        'resource policy no: aws_api_gateway_rest_api.by_range DenyRanges',
      ]);
    });
  });

  it('does not know what an authorizer or an API key says, unless it is declared', () => {
    const method = {
      ...GET,
      authorization: 'CUSTOM',
      authorizer: 'aws_api_gateway_authorizer.a',
      apiKeyRequired: TRUE,
    } as const;

    expect(call('public', { method })).toEqual([
      'authorizer unknown for answer of aws_api_gateway_authorizer.a: aws_api_gateway_authorizer.a',
      'authorizer unknown for whether the call has an API key of aws_api_gateway_rest_api.public: aws_api_gateway_rest_api.public',
    ]);
    expect(call('public', { method, authorized: true })).toEqual([
      'authorizer yes: aws_api_gateway_authorizer.a',
      'authorizer yes: aws_api_gateway_rest_api.public',
    ]);
    expect(call('by_range', { method, authorized: true, ...from('192.0.2.1') })[0]).toBe(
      'resource policy no: aws_api_gateway_rest_api.by_range DenyRanges',
    );
  });

  it('wants a permission for the method of the API that a function serves', () => {
    const invoked = (api: string) =>
      said(
        docs.access.invokeFunction({
          function: 'aws_lambda_function.orders',
          service: 'apigateway.amazonaws.com',
          source: `aws_api_gateway_rest_api.${api}`,
          method: GET,
          stage: 'prod',
        }),
      );

    expect(invoked('in_body')).toEqual(['function permission yes: aws_lambda_permission.in_body']);
  });
});

describe('invokeApi', () => {
  const name = 'aws_api_gateway_rest_api.encoded';
  const answers = (file: string) => {
    const docs = new Case(hclGraph(`apis/${file}.json`));
    return said(
      docs.access.invokeApi({
        api: docs.at(name),
        stage: 'prod',
        method: GET,
        caller: 'anonymous',
        endpoint: docs.at('aws_vpc_endpoint.api["allowed"]'),
      }),
    )[1];
  };

  it('names a policy that is known only after apply, and knows it then', () => {
    expect(answers('plan')).toBe(`resource policy unknown for ${name}.policy: ${name}`);
    expect(answers('state')).toBe(`resource policy yes: ${name} OneEndpoint`);
  });
});
