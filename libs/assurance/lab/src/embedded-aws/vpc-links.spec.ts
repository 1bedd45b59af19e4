import {
  APIGatewayClient,
  CreateRestApiCommand,
  CreateVpcLinkCommand,
  GetIntegrationCommand,
  GetVpcLinkCommand,
  GetTagsCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  TagResourceCommand,
  UpdateVpcLinkCommand,
} from '@aws-sdk/client-api-gateway';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const LOAD_BALANCER =
  'arn:aws:elasticloadbalancing:eu-central-1:222222222222:loadbalancer/net/orders/1';

describe('a VPC link of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let apiGateway: APIGatewayClient;

  beforeAll(async () => {
    apiGateway = new APIGatewayClient(await accountOf(aws(), '222222222222'));
  });

  it('changes name, description and tags in place', async () => {
    const { id: vpcLinkId } = await apiGateway.send(
      new CreateVpcLinkCommand({ name: 'orders', targetArns: [LOAD_BALANCER] }),
    );
    const resourceArn = `arn:aws:apigateway:eu-central-1::/vpclinks/${vpcLinkId}`;

    await apiGateway.send(
      new UpdateVpcLinkCommand({
        vpcLinkId,
        patchOperations: [
          { op: 'replace', path: '/name', value: 'to-orders' },
          { op: 'replace', path: '/description', value: 'over PrivateLink' },
        ],
      }),
    );
    await apiGateway.send(new TagResourceCommand({ resourceArn, tags: { system: 'culvert' } }));

    expect(await apiGateway.send(new GetVpcLinkCommand({ vpcLinkId }))).toMatchObject({
      name: 'to-orders',
      description: 'over PrivateLink',
      targetArns: [LOAD_BALANCER],
      status: 'AVAILABLE',
    });
    expect((await apiGateway.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({
      system: 'culvert',
    });
  });

  it('is what an integration keeps, with the load balancer it reaches', async () => {
    const { id: restApiId, rootResourceId: resourceId } = await apiGateway.send(
      new CreateRestApiCommand({ name: 'orders' }),
    );
    const method = { restApiId, resourceId, httpMethod: 'ANY' };
    await apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
    const overVpcLink = {
      type: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionId: 'link1',
      integrationTarget: LOAD_BALANCER,
      uri: 'https://orders.example.com',
    } as const;

    await apiGateway.send(
      new PutIntegrationCommand({ ...method, ...overVpcLink, integrationHttpMethod: 'ANY' }),
    );

    expect(await apiGateway.send(new GetIntegrationCommand(method))).toMatchObject(overVpcLink);
  });
});
