const PROVIDER = 'registry.terraform.io/hashicorp/aws';

type Values = Readonly<Record<string, unknown>>;

/** A plan with a canary in every position, each of its own. */
export function plantedPlan() {
  const canaries: string[] = [];
  const canary = (position: string) => {
    const text = `cAnArY-${canaries.length}-${position}-Zq7vX2mK9pL4`;
    canaries.push(text);
    return text;
  };
  /** What looks like a key of AWS or a token, and is found as such. */
  const key = (text: string) => {
    canaries.push(text);
    return text;
  };
  const policy = (position: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:RequestTag/password': canary(`${position}-condition`) },
          },
        },
      ],
    });
  const resources: [string, Values, Values][] = [
    [
      'aws_vpc.app',
      { id: 'vpc-0a', cidr_block: '10.0.0.0/16', tags: { secret: canary('tag') } },
      {},
    ],
    ['aws_subnet.app', { id: 'subnet-0a', vpc_id: 'vpc-0a', cidr_block: '10.0.1.0/24' }, {}],
    [
      'aws_security_group.app',
      {
        id: 'sg-0a',
        vpc_id: 'vpc-0a',
        description: canary('description'),
        ingress: [
          {
            description: canary('rule-description'),
            protocol: 'tcp',
            from_port: 443,
            to_port: 443,
            cidr_blocks: ['10.0.0.0/16'],
          },
        ],
        egress: [],
      },
      {},
    ],
    [
      'aws_instance.app',
      {
        id: 'i-0a',
        subnet_id: 'subnet-0a',
        vpc_security_group_ids: ['sg-0a'],
        private_ip: '10.0.1.10',
        user_data: `#!/bin/sh\nexport PASSWORD=${canary('user-data')}\n`,
        user_data_base64: key(Buffer.from('password=Zq7vX2mK9pL4-base64').toString('base64')),
        password_data: canary('sensitive'),
        tags: { password: canary('sensitive-tag') },
      },
      { password_data: true, tags: { password: true } },
    ],
    [
      'aws_lb.app',
      {
        id: 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/app/0a',
        arn: 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/app/0a',
        load_balancer_type: 'application',
        subnets: ['subnet-0a'],
        security_groups: ['sg-0a'],
        internal: true,
      },
      {},
    ],
    [
      'aws_lambda_function.app',
      {
        function_name: 'app',
        description: canary('function-description'),
        environment: [
          {
            variables: {
              DB_PASSWORD: canary('environment'),
              AWS_KEY: key('AKIAIOSFODNN7QWERTYU'),
              TOKEN: key(`ghp_${'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY1z2A'}`),
            },
          },
        ],
      },
      {},
    ],
    [
      'aws_iam_role.app',
      {
        id: 'app',
        name: 'app',
        arn: 'arn:aws:iam::111111111111:role/app',
        description: canary('role-description'),
        assume_role_policy: policy('trust'),
        inline_policy: [{ name: 'app', policy: policy('inline') }],
      },
      {},
    ],
    [
      'aws_kms_key.app',
      {
        id: '0a1b2c3d-0000-0000-0000-000000000000',
        arn: 'arn:aws:kms:eu-central-1:111111111111:key/0a1b2c3d-0000-0000-0000-000000000000',
        policy: policy('key'),
      },
      {},
    ],
    [
      'aws_iam_role.hidden',
      {
        id: 'hidden',
        name: 'hidden',
        arn: 'arn:aws:iam::111111111111:role/hidden',
        inline_policy: [
          {
            name: 'hidden',
            policy: JSON.stringify({
              Version: '2012-10-17',
              Statement: {
                Sid: canary('hidden-sid'),
                Effect: 'Allow',
                Action: `kms:${canary('hidden-action')}`,
                Resource: canary('hidden-resource'),
              },
            }),
          },
        ],
      },
      { inline_policy: true },
    ],
    [
      'aws_iam_role.named',
      {
        id: 'named',
        name: 'named',
        arn: 'arn:aws:iam::111111111111:role/named',
        inline_policy: [
          {
            name: 'named',
            policy: JSON.stringify({
              Version: '2012-10-17',
              Statement: {
                Sid: key('glpat-aB3dE5fG7hJ9kL1mN2pQ'),
                Effect: 'Allow',
                Action: 'kms:Decrypt',
                Resource: `arn:aws:s3:::${key('dapi0123456789abcdef0123456789abcdef')}`,
              },
            }),
          },
        ],
      },
      {},
    ],
    [
      'aws_secretsmanager_secret_version.app',
      { secret_string: JSON.stringify({ deep: { er: [canary('secret-string')] } }) },
      { secret_string: true },
    ],
    ['aws_db_instance.app', { id: 'db', password: canary('unmarked-password') }, {}],
    ['aws_sfn_state_machine.app', { definition: `{"Comment":"${canary('definition')}"}` }, {}],
    [
      'random_password.app',
      { result: canary('result'), bcrypt_hash: canary('hash') },
      { result: true },
    ],
  ];
  const typeOf = (address: string) => address.split('.')[0] ?? '';
  const nameOf = (address: string) => address.split('.')[1] ?? '';
  const planned = resources.map(([address, values, sensitive_values]) => ({
    address,
    mode: 'managed',
    type: typeOf(address),
    name: nameOf(address),
    provider_name: PROVIDER,
    schema_version: 0,
    values,
    sensitive_values,
  }));
  const before = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && value.includes('cAnArY') ? canary(`before-${name}`) : value,
      ]),
    );
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: {
      password: { value: canary('variable') },
      list: { value: [{ token: canary('variable-in-list') }] },
    },
    planned_values: {
      outputs: {
        open: { sensitive: false, value: canary('output') },
        closed: { sensitive: true, value: { in: [canary('sensitive-output')] } },
      },
      root_module: { resources: planned },
    },
    resource_changes: resources.map(([address, after, sensitive]) => ({
      address,
      mode: 'managed',
      type: typeOf(address),
      name: nameOf(address),
      provider_name: PROVIDER,
      change: {
        actions: ['update'],
        before: before(after),
        after,
        after_unknown: {},
        before_sensitive: sensitive,
        after_sensitive: sensitive,
      },
    })),
    output_changes: {
      open: { actions: ['update'], before: canary('output-before'), after: canary('output-after') },
    },
    prior_state: {
      format_version: '1.0',
      values: {
        outputs: { open: { sensitive: false, value: canary('prior-output') } },
        root_module: {
          resources: planned.map((it) => ({ ...it, values: before(it.values) })),
        },
      },
    },
    configuration: {
      provider_config: {
        aws: {
          name: 'aws',
          full_name: PROVIDER,
          expressions: {
            region: { constant_value: 'eu-central-1' },
            access_key: { constant_value: canary('provider-key') },
          },
        },
      },
      root_module: {
        variables: { password: { default: canary('variable-default') } },
        outputs: { open: { expression: { constant_value: canary('output-expression') } } },
        resources: resources.map(([address]) => ({
          address,
          mode: 'managed',
          type: typeOf(address),
          name: nameOf(address),
          provider_config_key: 'aws',
          expressions: { user_data: { constant_value: canary('expression') } },
          schema_version: 0,
        })),
      },
    },
  };
  return { plan, canaries };
}
