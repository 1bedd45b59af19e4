import {
  APIGatewayClient,
  BadRequestException,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteStageCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetStageCommand,
  type PatchOperation,
  PutRestApiCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateDeploymentCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Sid: 'Ä' },
  ],
});

const overVpcLink = {
  type: 'http_proxy',
  httpMethod: 'ANY',
  uri: 'https://orders.example.com/{proxy}',
  connectionType: 'VPC_LINK',
  connectionId: 'link1',
  integrationTarget: 'arn:aws:elasticloadbalancing:eu-central-1:222222222222:loadbalancer/net/a/1',
  requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
};

const DOCUMENT = {
  openapi: '3.0.1',
  info: { title: 'orders', version: '1', description: 'all orders' },
  paths: {
    '/': {
      'x-amazon-apigateway-any-method': { 'x-amazon-apigateway-integration': overVpcLink },
    },
    '/v1/{proxy+}': {
      parameters: [{ name: 'proxy', in: 'path', required: true, schema: { type: 'string' } }],
      'x-amazon-apigateway-any-method': {
        'x-amazon-apigateway-auth': { type: 'AWS_IAM' },
        'x-amazon-apigateway-integration': overVpcLink,
      },
      options: {
        responses: { 204: { description: '', headers: { 'Access-Control-Allow-Origin': {} } } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode":204}' },
          responses: { default: { statusCode: '204' } },
        },
      },
    },
  },
};

describe('a private REST API of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let apiGateway: APIGatewayClient;

  beforeAll(async () => {
    apiGateway = new APIGatewayClient(await accountOf(aws(), '222222222222'));
  });

  async function createApi(policy?: string): Promise<string> {
    const { id } = await apiGateway.send(
      new CreateRestApiCommand({
        name: 'orders',
        policy,
        endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] },
        tags: { system: 'culvert' },
      }),
    );
    return id as string;
  }

  const define = (restApiId: string, document: object, mode: 'merge' | 'overwrite' = 'overwrite') =>
    apiGateway.send(
      new PutRestApiCommand({ restApiId, mode, body: Buffer.from(JSON.stringify(document)) }),
    );

  const update = (restApiId: string, ...patchOperations: PatchOperation[]) =>
    apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));

  const resources = async (restApiId: string) => {
    const { items } = await apiGateway.send(
      new GetResourcesCommand({ restApiId, embed: ['methods'] }),
    );
    return new Map(items?.map((item) => [item.path as string, item]));
  };

  const deploy = async (restApiId: string) => {
    const { id } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }));
    return id as string;
  };

  it('returns its policy with the quotes escaped', async () => {
    const restApiId = await createApi(POLICY);

    const { policy } = await apiGateway.send(new GetRestApiCommand({ restApiId }));

    expect(policy).toContain('{\\"Version\\":');
    expect(JSON.parse(`"${policy}"`)).toBe(POLICY);
  });

  describe('defined by OpenAPI', () => {
    it('has the methods of the document, ANY among them, over its VPC link', async () => {
      const restApiId = await createApi();
      await define(restApiId, DOCUMENT);

      const defined = await resources(restApiId);
      expect([...defined.keys()].sort()).toEqual(['/', '/v1', '/v1/{proxy+}']);
      expect(defined.get('/v1')?.resourceMethods).toBeUndefined();
      expect(defined.get('/v1/{proxy+}')?.resourceMethods).toEqual({
        ANY: expect.objectContaining({
          authorizationType: 'AWS_IAM',
          requestParameters: { 'method.request.path.proxy': true },
          methodIntegration: expect.objectContaining({
            ...overVpcLink,
            type: 'HTTP_PROXY',
            passthroughBehavior: 'WHEN_NO_MATCH',
          }),
        }),
        OPTIONS: expect.objectContaining({
          authorizationType: 'NONE',
          methodResponses: {
            204: expect.objectContaining({
              responseParameters: { 'method.response.header.Access-Control-Allow-Origin': false },
            }),
          },
          methodIntegration: expect.objectContaining({ type: 'MOCK' }),
        }),
      });
    });

    it('takes its name and description from the document', async () => {
      const restApiId = await createApi();

      expect(await define(restApiId, DOCUMENT)).toMatchObject({
        name: 'orders',
        description: 'all orders',
      });
    });

    it('keeps nothing but its root when overwritten', async () => {
      const restApiId = await createApi();
      const before = await define(restApiId, DOCUMENT);
      const after = await define(restApiId, { ...DOCUMENT, paths: { '/v2': {} } });

      const defined = await resources(restApiId);
      expect([...defined.keys()].sort()).toEqual(['/', '/v2']);
      expect(defined.get('/')?.resourceMethods).toBeUndefined();
      expect(after.rootResourceId).toBe(before.rootResourceId);
    });

    it('keeps what it has when merged, each path once', async () => {
      const restApiId = await createApi();
      await define(restApiId, DOCUMENT);
      const before = await resources(restApiId);
      const { '/': root } = DOCUMENT.paths;
      await define(restApiId, { ...DOCUMENT, paths: { '/v1': root } }, 'merge');

      const after = await resources(restApiId);
      expect([...after.values()].map(({ id }) => id)).toEqual(
        [...before.values()].map(({ id }) => id),
      );
      expect(Object.keys(after.get('/v1')?.resourceMethods ?? {})).toEqual(['ANY']);
    });
  });

  it('changes in place whatever can be changed', async () => {
    const restApiId = await createApi(POLICY);

    await update(
      restApiId,
      { op: 'replace', path: '/description', value: 'orders of all accounts' },
      { op: 'replace', path: '/disableExecuteApiEndpoint', value: 'false' },
      { op: 'replace', path: '/minimumCompressionSize', value: '1024' },
      { op: 'add', path: '/binaryMediaTypes/image~1png' },
      { op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-2' },
      { op: 'remove', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-1' },
      { op: 'replace', path: '/policy', value: '{}' },
    );

    expect(await apiGateway.send(new GetRestApiCommand({ restApiId }))).toMatchObject({
      name: 'orders',
      description: 'orders of all accounts',
      disableExecuteApiEndpoint: false,
      minimumCompressionSize: 1024,
      binaryMediaTypes: ['image/png'],
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-2'] },
      policy: '{}',
    });
  });

  it('refuses to change what it does not have', async () => {
    const restApiId = await createApi();

    await expect(
      update(restApiId, { op: 'replace', path: '/colour', value: 'red' }),
    ).rejects.toThrow("Invalid patch path '/colour' specified");
  });

  it('is deployed only with a resource policy', async () => {
    const restApiId = await createApi();
    await define(restApiId, DOCUMENT);
    await expect(deploy(restApiId)).rejects.toThrow(
      "Private REST API doesn't have a resource policy attached to it",
    );

    await update(restApiId, { op: 'replace', path: '/policy', value: POLICY });

    expect(await deploy(restApiId)).toEqual(expect.any(String));
  });

  it('keeps a deployment that a stage points to', async () => {
    const restApiId = await createApi(POLICY);
    await define(restApiId, DOCUMENT);
    const deploymentId = await deploy(restApiId);
    await apiGateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'live' }));
    const deletion = new DeleteDeploymentCommand({ restApiId, deploymentId });

    await expect(apiGateway.send(deletion)).rejects.toBeInstanceOf(BadRequestException);
    await apiGateway.send(new DeleteStageCommand({ restApiId, stageName: 'live' }));
    expect((await apiGateway.send(deletion)).$metadata.httpStatusCode).toBe(202);
  });

  it('has deployments whose description changes in place', async () => {
    const restApiId = await createApi(POLICY);
    await define(restApiId, DOCUMENT);

    const updated = await apiGateway.send(
      new UpdateDeploymentCommand({
        restApiId,
        deploymentId: await deploy(restApiId),
        patchOperations: [{ op: 'replace', path: '/description', value: 'second' }],
      }),
    );

    expect(updated.description).toBe('second');
  });

  it('is tagged and untagged, and its stages are', async () => {
    const restApiId = await createApi(POLICY);
    await define(restApiId, DOCUMENT);
    const deploymentId = await deploy(restApiId);
    await apiGateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'live' }));
    const api = `arn:aws:apigateway:eu-central-1::/restapis/${restApiId}`;

    for (const resourceArn of [api, `${api}/stages/live`]) {
      await apiGateway.send(
        new TagResourceCommand({ resourceArn, tags: { owner: 'a', team: 'b' } }),
      );
      await apiGateway.send(new UntagResourceCommand({ resourceArn, tagKeys: ['owner'] }));
    }

    expect((await apiGateway.send(new GetRestApiCommand({ restApiId }))).tags).toEqual({
      system: 'culvert',
      team: 'b',
    });
    expect(
      (await apiGateway.send(new GetStageCommand({ restApiId, stageName: 'live' }))).tags,
    ).toEqual({ team: 'b' });
  });
});
