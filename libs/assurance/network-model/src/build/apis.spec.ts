import { SymbolicText } from '@culvert/symbolic';
import { GraphSymbol } from '@culvert/terraform-graph';
import { networkOfHcl, networkOfPlan } from '../../test/documents';
import { byTerraformName } from '../../test/named';
import { methodsOf, parseOpenApi } from '../private/apis/open-api';
import { ResourceGraph } from '@culvert/terraform-graph';

const FUNCTION = 'aws_lambda_function.orders';

describe.each(['plan', 'state'])('APIs of a %s', (kind) => {
  const network = networkOfHcl([`apis/${kind}.json`]);
  const apis = byTerraformName(network, 'apis');

  it('have the methods of an OpenAPI document, with who may call and what is called', () => {
    const name = 'aws_api_gateway_rest_api.document';

    expect(apis[name]).toMatchObject({
      kind: 'REST',
      endpointType: 'PRIVATE',
      endpoints: ['aws_vpc_endpoint.api'],
      defaultEndpointDisabled: { value: true },
      stages: [{ name: 'aws_api_gateway_stage.document', stage: 'prod' }],
      missing: [],
      methods: [
        {
          name: `${name}.body GET /health`,
          authorization: 'NONE',
          apiKeyRequired: { value: false },
          integration: { kind: 'mock' },
        },
        {
          method: 'GET',
          path: '/orders/{id}',
          authorization: 'AWS_IAM',
          integration: {
            kind: 'vpc-link',
            vpcLink:
              kind === 'state'
                ? 'aws_api_gateway_vpc_link.one'
                : { unknown: 'aws_api_gateway_stage.document.variables.link' },
            port: 8443,
          },
        },
        {
          method: 'ANY',
          path: '/{proxy+}',
          authorization: 'CUSTOM',
          apiKeyRequired: { value: true },
          integration: { kind: 'function', function: FUNCTION },
        },
      ],
    });
  });

  it('have the methods that are resources, by the path of their resource', () => {
    const order = {
      path: '/orders/{id}',
      authorization: 'CUSTOM',
      integration: { kind: 'function', function: FUNCTION },
    };

    expect(apis['aws_api_gateway_rest_api.hand']).toMatchObject({
      endpointType: 'EDGE',
      endpoints: [],
      stages: [],
      methods: [
        { ...order, method: 'GET', apiKeyRequired: { value: false } },
        { ...order, method: 'PUT', apiKeyRequired: { value: true } },
        {
          method: 'ANY',
          path: '/',
          authorization: 'AWS_IAM',
          integration: { kind: 'vpc-link', vpcLink: 'aws_api_gateway_vpc_link.one' },
        },
      ],
    });
  });

  it('have the routes of HTTP APIs, and the stages that are deployed', () => {
    const link = {
      kind: 'vpc-link',
      vpcLink: 'aws_apigatewayv2_vpc_link.two',
      target: 'aws_lb_listener.http',
    };

    expect(apis['aws_apigatewayv2_api.http']).toMatchObject({
      kind: 'HTTP',
      stages: [{ stage: '$default' }],
      methods: [
        {
          method: 'ANY',
          path: '/functions/{proxy+}',
          authorization: 'NONE',
          integration: { kind: 'function', function: FUNCTION },
        },
        { method: 'ANY', path: '$default', authorization: 'JWT', integration: link },
        { method: 'GET', path: '/orders', authorization: 'JWT', integration: link },
        { method: 'POST', path: '/orders', authorization: 'JWT', integration: link },
      ],
    });
    expect(apis['aws_apigatewayv2_api.quick']).toMatchObject({
      stages: [{ stage: '$default' }],
      methods: [{ path: '$default', integration: { kind: 'function', function: FUNCTION } }],
    });
  });

  it('are behind VPC links: those of version 2 have interfaces', () => {
    expect(byTerraformName(network, 'vpcLinks')).toMatchObject({
      'aws_api_gateway_vpc_link.one': { version: 1, loadBalancers: ['aws_lb.nlb'] },
      'aws_apigatewayv2_vpc_link.two': { version: 2, loadBalancers: [] },
    });
    const owners = [...network.interfaces.values()].map(({ name }) => name);

    expect(owners.filter((name) => name.startsWith('aws_api'))).toEqual([
      'aws_apigatewayv2_vpc_link.two',
      'aws_apigatewayv2_vpc_link.two',
    ]);
  });
});

describe('an API', () => {
  it('whose document is not known before apply is missing its methods, and has them after', () => {
    const name = 'aws_api_gateway_rest_api.referring';
    const before = byTerraformName(networkOfHcl(['apis/plan.json']), 'apis')[name];
    const after = byTerraformName(networkOfHcl(['apis/state.json']), 'apis')[name];

    expect(before).toMatchObject({ methods: [], missing: [`${name}.body`] });
    expect(after).toMatchObject({
      methods: [
        {
          path: '/orders',
          integration: {
            kind: 'vpc-link',
            vpcLink: 'aws_apigatewayv2_vpc_link.two',
            target: 'aws_lb.alb',
          },
        },
      ],
      missing: [],
    });
  });

  it('may be written in YAML', () => {
    const body = [
      'openapi: 3.0.1',
      'paths:',
      '  /orders:',
      '    get:',
      '      x-amazon-apigateway-auth: { type: AWS_IAM }',
      '      x-amazon-apigateway-integration: { type: http_proxy, uri: "https://example.com" }',
    ].join('\n');
    const { apis } = networkOfPlan([
      { address: 'aws_api_gateway_rest_api.a', values: { id: 'api', body } },
    ]);

    expect(apis.get('api')?.methods).toMatchObject([
      {
        path: '/orders',
        authorization: 'AWS_IAM',
        integration: { kind: 'http', uri: 'https://example.com' },
      },
    ]);
  });

  it('whose body is no OpenAPI document is missing its methods', () => {
    const { apis } = networkOfPlan([
      { address: 'aws_api_gateway_rest_api.a', values: { id: 'api', body: '}' } },
    ]);

    expect(apis.get('api')?.missing).toEqual([
      'OpenAPI document in aws_api_gateway_rest_api.a.body',
    ]);
  });

  it('that is only read is missing its methods', () => {
    const { apis } = networkOfPlan([
      { address: 'data.aws_api_gateway_rest_api.a', values: { id: 'api' } },
    ]);

    expect(apis.get('api')?.missing).toEqual(['methods of data.aws_api_gateway_rest_api.a']);
  });
});

describe('methodsOf', () => {
  it('keeps what is not known as a symbol', () => {
    const link = new GraphSymbol('aws_api_gateway_vpc_link.a.id');
    const document = parseOpenApi(
      SymbolicText.of(
        '{"paths":{"/":{"get":{"x-amazon-apigateway-integration":{"type":"http","uri":"http://a",' +
          '"connectionType":"VPC_LINK","connectionId":"',
        link,
        '"}}}}}',
      ),
    );
    const place = { graph: ResourceGraph.of([]), name: 'body', variables: () => undefined };

    expect(methodsOf(document ?? {}, place)).toMatchObject([
      { integration: { kind: 'vpc-link', vpcLink: 'aws_api_gateway_vpc_link.a.id' } },
    ]);
  });
});

describe('API domains', () => {
  it('lead to stages of APIs, whichever resource maps them', () => {
    expect(byTerraformName(networkOfHcl(['apis/plan.json']), 'apiDomains')).toMatchObject({
      'aws_api_gateway_domain_name.public': {
        domainName: 'api.example.com',
        endpointType: 'REGIONAL',
        mutualTls: { value: true },
        mappings: [{ api: 'aws_api_gateway_rest_api.document', stage: 'prod', path: 'v1' }],
      },
      'aws_apigatewayv2_domain_name.http[0]': {
        mutualTls: { value: false },
        mappings: [{ api: 'aws_apigatewayv2_api.http', stage: '$default', path: '' }],
      },
    });
  });

  it('that are private have the endpoints with an access association, each its own', () => {
    const domain = (id: string) => ({
      address: `aws_api_gateway_domain_name.${id}`,
      values: {
        id: `api.internal/${id}`,
        arn: `arn:${id}`,
        domain_name: 'api.internal',
        domain_name_id: id,
        endpoint_configuration: [{ types: ['PRIVATE'] }],
      },
    });
    const { apiDomains } = networkOfPlan([
      domain('one'),
      domain('two'),
      {
        address: 'aws_api_gateway_domain_name_access_association.a',
        values: { domain_name_arn: 'arn:two', access_association_source: 'vpce-1' },
      },
      {
        address: 'aws_api_gateway_base_path_mapping.a',
        values: { domain_name: 'api.internal', domain_name_id: 'two', api_id: 'api' },
      },
    ]);

    expect([...apiDomains.values()]).toMatchObject([
      { endpointType: 'PRIVATE', endpoints: [], mappings: [] },
      { endpoints: ['vpce-1'], mappings: [{ api: 'api', stage: '', path: '' }] },
    ]);
  });
});
