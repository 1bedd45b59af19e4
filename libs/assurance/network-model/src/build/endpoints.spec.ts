import { networkOfHcl, networkOfPlan } from '../../test/documents';
import { byTerraformName } from '../../test/named';

const network = networkOfHcl(['services/plan.json']);
const endpoints = byTerraformName(network, 'endpoints');

const endpoint = (address: string, values: object) => ({
  address: `aws_vpc_endpoint.${address}`,
  values: { id: `vpce-${address}`, vpc_id: 'vpc-1', vpc_endpoint_type: 'Interface', ...values },
});
const service = (values: object) => ({
  address: 'aws_vpc_endpoint_service.a',
  values: { id: 'vpce-svc-0a', service_name: NAME, ...values },
});
const NAME = 'com.amazonaws.vpce.eu-central-1.vpce-svc-0a';

describe('endpoints', () => {
  it('are joined with the service that they are for', () => {
    expect(endpoints).toMatchObject({
      'aws_vpc_endpoint.orders': {
        kind: 'Interface',
        vpc: 'module.consumer.aws_vpc.this',
        service: { endpointService: 'aws_vpc_endpoint_service.orders' },
        accepted: { value: true },
        acceptedBy: 'aws_vpc_endpoint_connection_accepter.orders',
      },
      'aws_vpc_endpoint.logs': {
        service: { aws: 'logs' },
        privateDns: { value: true },
        accepted: { value: true },
      },
      'aws_vpc_endpoint.s3': {
        kind: 'Gateway',
        service: { aws: 's3' },
        routeTables: [expect.stringContaining('module.consumer.aws_route_table.this')],
      },
    });
  });

  it.each([
    ['com.amazonaws.eu-central-1.execute-api', { aws: 'execute-api' }],
    ['com.amazonaws.eu-west-1.ecr.dkr', { aws: 'ecr.dkr' }],
    ['com.amazonaws.us-gov-west-1.s3', { aws: 's3' }],
    ['cn.com.amazonaws.cn-north-1.sts', { aws: 'sts' }],
    ['aws.api.eu-central-1.bedrock-runtime', { aws: 'bedrock-runtime' }],
    ['com.amazonaws.s3-global.accesspoint', { aws: 'accesspoint' }],
    [NAME, { endpointService: 'vpce-svc-0a' }],
    ['anything', { missing: ['aws_vpc_endpoint.a.service_name'] }],
  ])('are for the service of the name %s', (name, expected) => {
    const { endpoints: found } = networkOfPlan([endpoint('a', { service_name: name })]);

    expect(found.get('vpce-a')?.service).toEqual(expected);
  });

  it.each([
    ['nobody says so', {}, {}, 'unknown'],
    ['the service takes all', { acceptance_required: false }, {}, true],
    ['it accepts itself', { acceptance_required: true }, { auto_accept: true }, true],
    ['AWS says that it is', { acceptance_required: true }, { state: 'available' }, true],
  ])('are accepted when %s: %s', (_when, ofService, ofEndpoint, accepted) => {
    const { endpoints: found } = networkOfPlan([
      service({ acceptance_required: true, ...ofService }),
      endpoint('a', { service_name: NAME, ...ofEndpoint }),
    ]);

    expect(found.get('vpce-a')?.accepted.value).toBe(accepted);
  });

  it('of others are what the context knows of them', () => {
    const { endpoints: found } = networkOfPlan([endpoint('a', { service_name: NAME })], {
      endpoints: [
        { endpoint: 'aws_vpc_endpoint.a', accepted: true },
        { endpoint: 'vpce-0f', account: '999999999999', vpc: 'vpc-9' },
      ],
    });

    expect(found.get('vpce-a')?.accepted).toEqual({ value: true });
    expect(found.get('vpce-0f')).toMatchObject({
      account: '999999999999',
      vpc: 'vpc-9',
      service: { missing: ['service of vpce-0f'] },
      accepted: { value: 'unknown', missing: ['acceptance of vpce-0f'] },
    });
  });
});

describe('endpoint services', () => {
  it('have their principals from both kinds of resource, and the zones of their load balancers', () => {
    expect(byTerraformName(network, 'endpointServices')).toMatchObject({
      'aws_vpc_endpoint_service.orders': {
        loadBalancers: ['aws_lb.private'],
        acceptanceRequired: { value: true },
        principals: ['arn:aws:iam::222222222222:root', 'arn:aws:iam::333333333333:root'],
        grants: [
          { name: 'aws_vpc_endpoint_service.orders', principal: expect.any(String) },
          {
            name: 'aws_vpc_endpoint_service_allowed_principal.more',
            principal: expect.any(String),
          },
        ],
        zones: ['eu-central-1a', 'eu-central-1b'],
      },
    });
  });
});

describe('workloads', () => {
  it('have the ARN of the role that they are given, whatever names it', () => {
    const roles = Object.entries(byTerraformName(network, 'workloads')).map(([name, each]) => {
      const { kind, role } = each as { kind: string; role?: string };
      return [name, kind, role?.slice(role.lastIndexOf('/') + 1)];
    });

    expect(roles).toEqual(
      expect.arrayContaining([
        ['aws_instance.plain', 'instance', 'instance'],
        ['aws_instance.public', 'instance', undefined],
        ['aws_autoscaling_group.fleet', 'instance', 'instance'],
        ['aws_ecs_service.orders', 'task', 'function'],
        ['aws_db_instance.shop', 'database', undefined],
        ['aws_lambda_function.outside', 'function', 'function'],
      ]),
    );
  });
});
