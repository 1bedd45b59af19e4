import { countByAccount, countResources, describeChanges, type Plan } from './plan';

const CREATE = { actions: ['create'], before: null, after: {}, after_unknown: {} };
const AWS = 'registry.terraform.io/hashicorp/aws';

function planned(type: string, name: string, more: object = {}) {
  return {
    address: `${type}.${name}`,
    mode: 'managed' as const,
    type,
    name,
    change: CREATE,
    ...more,
  };
}

function configured(address: string, provider: string) {
  return { address, provider_config_key: provider };
}

describe('countByAccount', () => {
  it('counts each instance, in modules too, for the account of its provider', () => {
    const plan: Plan = {
      resource_changes: [
        planned('aws_vpc', 'main'),
        planned('aws_subnet', 'zone', { address: 'aws_subnet.zone[0]', index: 0 }),
        planned('aws_subnet', 'zone', { address: 'aws_subnet.zone[1]', index: 1 }),
        planned('aws_vpc', 'main', { module_address: 'module.network["a.b]\\"c"].module.vpc[1]' }),
        planned('aws_region', 'current', { mode: 'data' }),
        planned('random_id', 'suffix'),
      ],
      configuration: {
        provider_config: {
          'aws.api': {
            full_name: AWS,
            alias: 'api',
            expressions: { allowed_account_ids: { constant_value: ['222222222222'] } },
          },
          aws: {
            full_name: AWS,
            expressions: {
              assume_role: [{ role_arn: { constant_value: 'arn:aws:iam::333333333333:role/x' } }],
            },
          },
          random: { full_name: 'registry.terraform.io/hashicorp/random' },
        },
        root_module: {
          resources: [
            configured('aws_vpc.main', 'aws'),
            configured('aws_subnet.zone', 'aws'),
            configured('data.aws_region.current', 'aws'),
            configured('random_id.suffix', 'random'),
          ],
          module_calls: {
            network: {
              module: {
                module_calls: {
                  vpc: { module: { resources: [configured('aws_vpc.main', 'aws.api')] } },
                },
              },
            },
          },
        },
      },
    };

    expect(countByAccount(plan)).toEqual([
      { alias: 'api', accountId: '222222222222', resources: 1 },
      { alias: 'default', accountId: '333333333333', resources: 3 },
    ]);
    expect(countResources(plan)).toBe(5);
  });

  it('does not guess an account that the configuration leaves open', () => {
    const expressions = {
      allowed_account_ids: { constant_value: ['222222222222', '333333333333'] },
      assume_role: [{ role_arn: {} }],
    };
    const plan: Plan = {
      resource_changes: [planned('aws_vpc', 'main')],
      configuration: {
        provider_config: { aws: { full_name: AWS, expressions } },
        root_module: { resources: [configured('aws_vpc.main', 'aws')] },
      },
    };

    expect(countByAccount(plan)).toEqual([{ alias: 'default', accountId: null, resources: 1 }]);
  });
});

describe('describeChanges', () => {
  it('names what changes and never a value, which may be a secret', () => {
    const plan: Plan = {
      configuration: { root_module: {} },
      resource_changes: [
        planned('aws_vpc', 'same', { change: { ...CREATE, actions: ['no-op'] } }),
        planned('aws_db_instance', 'orders', {
          change: {
            actions: ['update'],
            before: { password: 'hunter2', port: 5432, tags: { a: '1' } },
            after: { password: 'hunter3', port: 5432, tags: { a: '1' } },
            after_unknown: { endpoint: true },
          },
        }),
        planned('aws_lb', 'orders', {
          change: {
            actions: ['delete', 'create'],
            before: { name: 'a' },
            after: { name: 'b' },
            after_unknown: {},
          },
        }),
        planned('aws_eip', 'orders'),
      ],
      output_changes: {
        url: { actions: ['update'], before: 'a', after: 'b', after_unknown: false },
      },
    };

    expect(describeChanges(plan)).toEqual([
      'update aws_db_instance.orders\n    endpoint, password',
      'delete and create aws_lb.orders\n    name',
      'create aws_eip.orders',
      'update output.url',
    ]);
  });
});
