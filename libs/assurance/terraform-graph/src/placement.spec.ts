import { parseDocument, ResourceGraph } from './index';
import type { JsonObject } from './json';
import { change, smallGraph } from '../test/small-plan';

const ROLE = (account: string) => `arn:aws:iam::${account}:role/deploy`;

/** Where a VPC is whose provider is configured so, with variables. */
function placementWith(expressions: JsonObject, more: JsonObject = {}, after: JsonObject = {}) {
  const graph = smallGraph(
    [change('aws_vpc.a', {}, { after }), ...((more['resource_changes'] ?? []) as JsonObject[])],
    {
      variables: { account: { value: '444444444444' }, region: { value: 'cn-north-1' } },
      configuration: {
        provider_config: { 'aws.net': { name: 'aws', alias: 'net', expressions } },
        root_module: {
          resources: [
            { address: 'aws_vpc.a', provider_config_key: 'aws.net' },
            { address: 'data.aws_caller_identity.me', provider_config_key: 'aws.net' },
          ],
        },
      },
      ...more,
    },
  );
  return graph.at('aws_vpc.a')?.placement;
}

describe('Placement', () => {
  it.each([
    [
      'the role',
      { assume_role: [{ role_arn: { constant_value: ROLE('333333333333') } }] },
      '333333333333',
    ],
    [
      'the only account allowed',
      { allowed_account_ids: { constant_value: ['333333333333'] } },
      '333333333333',
    ],
    [
      'a variable in the role',
      { assume_role: [{ role_arn: { references: ['var.account'] } }] },
      '444444444444',
    ],
  ])('has the account of %s', (_title, expressions, accountId) => {
    expect(placementWith(expressions)).toMatchObject({ accountId });
  });

  it('has the Region of a variable, and its partition', () => {
    expect(placementWith({ region: { references: ['var.region'] } })).toMatchObject({
      region: 'cn-north-1',
      partition: 'aws-cn',
    });
  });

  it('names what the provider leaves open', () => {
    const open = {
      allowed_account_ids: { constant_value: ['333333333333', '444444444444'] },
      region: { references: ['local.region'] },
    };

    expect(placementWith(open)).toMatchObject({
      accountId: { unknown: 'provider["aws.net"].account_id' },
      region: { unknown: 'provider["aws.net"].region' },
      partition: { unknown: 'provider["aws.net"].partition' },
    });
  });

  it('has the account that the provider says it acts in', () => {
    const values = {
      account_id: '555555555555',
      arn: 'arn:aws:sts::555555555555:assumed-role/x/y',
    };
    const me = {
      address: 'data.aws_caller_identity.me',
      mode: 'data',
      type: 'aws_caller_identity',
      name: 'me',
      values,
    };

    expect(
      placementWith({}, { prior_state: { values: { root_module: { resources: [me] } } } }),
    ).toMatchObject({ accountId: '555555555555' });
  });

  it.each([
    ['its ARN', { arn: 'arn:aws:ec2:eu-west-1:666666666666:vpc/vpc-1' }],
    ['its attributes', { owner_id: '666666666666', region: 'eu-west-1' }],
  ])('has what a resource says of itself by %s', (_title, after) => {
    const provider = {
      region: { constant_value: 'eu-central-1' },
      allowed_account_ids: { constant_value: ['333333333333'] },
    };

    expect(placementWith(provider, {}, after)).toMatchObject({
      accountId: '666666666666',
      region: 'eu-west-1',
    });
  });

  describe('in a state', () => {
    const stateOf = (...arns: readonly string[]) => {
      const resource = (name: string, values: JsonObject) => ({
        address: `aws_thing.${name}`,
        mode: 'managed',
        type: 'aws_thing',
        name,
        values,
      });
      const resources = arns.map((arn, at) => resource(`a${at}`, { arn }));
      return ResourceGraph.of([
        parseDocument(
          {
            format_version: '1.0',
            values: { root_module: { resources: [...resources, resource('x', {})] } },
          },
          { name: 'live' },
        ),
      ]);
    };
    const arn = (account: string) => `arn:aws:sqs:eu-west-1:${account}:q`;

    it('takes the account of all others for that of what does not say', () => {
      const graph = stateOf(arn('666666666666'), arn('666666666666'));

      expect(graph.at('aws_thing.x')?.placement).toMatchObject({ accountId: '666666666666' });
      expect(graph.assumptions).toEqual([
        'what of live does not say its account is in 666666666666, as all that does',
      ]);
    });

    it('does not know it when they are in several', () => {
      const graph = stateOf(arn('666666666666'), arn('777777777777'));

      expect(graph.at('aws_thing.x')?.placement.accountId).toMatchObject({
        unknown: 'aws_thing.x.account_id',
      });
      expect(graph.assumptions).toEqual([]);
    });
  });
});
