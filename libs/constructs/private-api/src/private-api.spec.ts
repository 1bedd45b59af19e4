import { apiAccount } from '../test/api-account';
import { VpcLinkV1 } from './index';

describe('PrivateApi', () => {
  it('denies what does not come from the endpoints named, and allows the rest', () => {
    const { privateApi, synth } = apiAccount();
    privateApi();

    const synthesised = synth();
    const { policy } = synthesised.only('aws_api_gateway_rest_api').arguments;
    const endpointId = `\${${synthesised.only('aws_vpc_endpoint').address}.id}`;

    expect(JSON.parse(policy as string).Statement).toEqual([
      {
        Sid: 'DenyOtherEndpoints',
        Effect: 'Deny',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': [endpointId] } },
      },
      {
        Sid: 'AllowTheRest',
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
      },
    ]);
  });

  it('fails without a caller', () => {
    expect(() => apiAccount().privateApi({ callers: [] })).toThrow('names no caller');
  });

  it('is deployed anew, and before the old deployment goes, when document or policy change', () => {
    const { privateApi, synth } = apiAccount();
    privateApi();

    const synthesised = synth();
    const { address } = synthesised.only('aws_api_gateway_rest_api');

    expect(synthesised.only('aws_api_gateway_deployment').arguments).toMatchObject({
      triggers: { redeployment: `\${sha1(jsonencode([${address}.body, ${address}.policy]))}` },
      lifecycle: { create_before_destroy: true },
    });
  });

  it('has a stage that is logged without content, traced and throttled', () => {
    const { privateApi, synth } = apiAccount();
    privateApi();

    const synthesised = synth();
    const stage = synthesised.only('aws_api_gateway_stage').arguments;
    const { format } = stage['access_log_settings'] as { format: string };

    expect(stage).toMatchObject({ stage_name: 'live', xray_tracing_enabled: true });
    expect(JSON.parse(format)).toMatchObject({
      sourceVpce: '$context.identity.vpceId',
      integrationError: '$context.integration.error',
    });
    expect(synthesised.only('aws_api_gateway_method_settings').arguments).toMatchObject({
      method_path: '*/*',
      settings: {
        data_trace_enabled: false,
        throttling_rate_limit: 100,
        throttling_burst_limit: 50,
      },
    });
  });

  it("keeps a document's own template markers out of Terraform's reach", () => {
    const { privateApi, synth } = apiAccount();
    privateApi({
      document: {
        openapi: '3.0.1',
        info: { title: 'Orders', version: '1' },
        paths: {
          '/': { uri: 'https://${stageVariables.host}/', template: '%{if}', plain: '$input' },
        },
      },
    });

    const { body } = synth().only('aws_api_gateway_rest_api').arguments;

    expect(JSON.parse(body as string).paths['/']).toEqual({
      uri: 'https://$${stageVariables.host}/',
      template: '%%{if}',
      plain: '$input',
    });
  });

  it('has an alias for each associated endpoint', () => {
    const { executeApi, privateApi, synth } = apiAccount();
    privateApi({ associatedEndpoints: [executeApi.endpoint] });

    const synthesised = synth();

    expect(synthesised.only('aws_api_gateway_rest_api').arguments).toMatchObject({
      endpoint_configuration: {
        types: ['PRIVATE'],
        vpc_endpoint_ids: [`\${${synthesised.only('aws_vpc_endpoint').address}.id}`],
      },
    });
  });
});

describe('VpcLinkV2', () => {
  it('may talk to its load balancer on its port, and to nothing else', () => {
    const { privateApi, synth } = apiAccount();
    privateApi();

    const synthesised = synth();
    const linkGroup = `\${${synthesised.only('aws_security_group', 'vpc-link').address}.id}`;

    expect(synthesised.only('aws_apigatewayv2_vpc_link').arguments).toMatchObject({
      security_group_ids: [linkGroup],
    });
    expect(
      synthesised.only('aws_vpc_security_group_egress_rule', 'vpc-link').arguments,
    ).toMatchObject({
      security_group_id: linkGroup,
      from_port: 443,
      to_port: 443,
    });
  });

  it('names the load balancer in each integration', () => {
    const { privateApi, synth } = apiAccount();
    privateApi();

    const synthesised = synth();
    const { body } = synthesised.only('aws_api_gateway_rest_api').arguments;
    const method = JSON.parse(body as string).paths['/']['x-amazon-apigateway-any-method'];

    expect(method['x-amazon-apigateway-integration']).toMatchObject({
      connectionType: 'VPC_LINK',
      connectionId: `\${${synthesised.only('aws_apigatewayv2_vpc_link').address}.id}`,
      integrationTarget: `\${${synthesised.only('aws_lb').address}.arn}`,
    });
  });
});

describe('VpcLinkV1', () => {
  it('targets a load balancer that lets PrivateLink past its inbound rules', () => {
    const { api, loadBalancer, synth } = apiAccount({ inboundRules: 'off' });
    const link = new VpcLinkV1(api, 'vpc-link', { name: 'orders', loadBalancer });

    expect(link.connection).not.toHaveProperty('integrationTarget');
    expect(synth().only('aws_api_gateway_vpc_link').arguments['target_arns']).toHaveLength(1);
  });

  it('fails on a load balancer that checks them, saying what to change', () => {
    const { api, loadBalancer } = apiAccount();

    expect(() => new VpcLinkV1(api, 'vpc-link', { name: 'orders', loadBalancer })).toThrow(
      'set privateLinkInboundRules to "off", or use a VPC link V2',
    );
  });
});

describe('ExecuteApiEndpoint', () => {
  it('lets its callers connect, and resolves private names to itself', () => {
    const synthesised = apiAccount().synth();
    const callers = `\${${synthesised.only('aws_security_group', 'callers').address}.id}`;

    expect(synthesised.only('aws_vpc_security_group_ingress_rule').arguments).toMatchObject({
      referenced_security_group_id: callers,
      from_port: 443,
    });
    expect(synthesised.only('aws_vpc_endpoint').arguments).toMatchObject({
      service_name: 'com.amazonaws.eu-central-1.execute-api',
      private_dns_enabled: true,
    });
  });

  it('lets nothing but the API through', () => {
    const { executeApi, privateApi, synth } = apiAccount();
    executeApi.allowOnly(privateApi());

    const synthesised = synth();
    const { policy } = synthesised.only('aws_vpc_endpoint_policy').arguments;
    const { address } = synthesised.only('aws_api_gateway_rest_api');

    expect(JSON.parse(policy as string).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: [`\${${address}.execution_arn}/*`],
      },
    ]);
  });
});
