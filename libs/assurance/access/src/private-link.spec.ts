import { graphOf, stateOf } from '../test/small-graph';
import { said } from '../test/hcl-access';
import { Access } from './index';

const PROVIDER = '111111111111';
const CONSUMER = '222222222222';

describe('mayConnect', () => {
  const connects = (...principals: readonly string[]) => {
    const id = 'vpce-svc-0a1b2c3d4e5f60718';
    const graph = graphOf(
      stateOf(
        {
          'aws_vpc_endpoint_service.orders': {
            id,
            arn: `arn:aws:ec2:eu-central-1:${PROVIDER}:vpc-endpoint-service/${id}`,
            allowed_principals: principals.slice(0, 1),
          },
          ...Object.fromEntries(
            principals
              .slice(1)
              .map((principal, at) => [
                `aws_vpc_endpoint_service_allowed_principal.p${at}`,
                { id: `p${at}`, vpc_endpoint_service_id: id, principal_arn: principal },
              ]),
          ),
        },
        'provider',
      ),
      stateOf(
        {
          'aws_vpc_endpoint.orders': {
            id: 'vpce-0a1b2c3d4e5f60718',
            arn: `arn:aws:ec2:eu-central-1:${CONSUMER}:vpc-endpoint/vpce-0a1b2c3d4e5f60718`,
          },
        },
        'consumer',
      ),
    );
    return said(Access.of(graph).mayConnect('vpce-0a1b2c3d4e5f60718', id));
  };
  const service = 'provider/aws_vpc_endpoint_service.orders';
  const other = 'arn:aws:iam::333333333333:root';

  // https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
  it.each([
    ['the account', [`arn:aws:iam::${CONSUMER}:root`], `endpoint service yes: ${service}`],
    ['everyone', ['*'], `endpoint service yes: ${service}`],
    ['another account', [other], `endpoint service no: ${service}`],
    ['nobody', [], `endpoint service no: ${service}`],
    [
      'the account, by a resource that stands alone',
      [other, `arn:aws:iam::${CONSUMER}:root`],
      'endpoint service yes: provider/aws_vpc_endpoint_service_allowed_principal.p0',
    ],
    [
      'one role of the account',
      [`arn:aws:iam::${CONSUMER}:role/networker`],
      `endpoint service unknown for who makes consumer/aws_vpc_endpoint.orders: ${service}`,
    ],
  ])('says what a service says that lets %s connect', (_title, principals, expected) => {
    expect(connects(...principals)).toEqual([expected]);
  });

  it('names a service that no document has', () => {
    const access = Access.of(graphOf(stateOf({})));

    expect(said(access.mayConnect('vpce-1', 'vpce-svc-1'))).toEqual([
      'endpoint service unknown for allowed principals of vpce-svc-1: vpce-svc-1',
    ]);
  });
});
