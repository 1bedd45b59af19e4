import { networkOfHcl, networkOfPlan } from '../../test/documents';
import { byTerraformName } from '../../test/named';

const network = networkOfHcl(['services/plan.json']);
const balancers = byTerraformName(network, 'loadBalancers');
const groups = byTerraformName(network, 'targetGroups');

describe('load balancers', () => {
  it('are what they are told to be, else what AWS makes of them', () => {
    const vpc = 'module.provider.aws_vpc.this';

    expect(balancers['aws_lb.public']).toMatchObject({
      kind: 'application',
      internal: { value: false },
      vpc,
      crossZone: { value: true },
      hasGroups: true,
    });
    expect(balancers['aws_lb.private']).toMatchObject({
      kind: 'network',
      internal: { value: true },
      vpc,
      crossZone: { value: false },
      hasGroups: true,
      enforcesOnPrivateLink: { value: false },
    });
    expect(balancers['aws_alb.old']).toMatchObject({
      hasGroups: false,
      crossZone: { value: true },
      enforcesOnPrivateLink: { value: true },
    });
  });

  it('have the rules of their listeners by priority, the default last', () => {
    const [listener] = (balancers['aws_lb.public'] as { listeners: readonly object[] }).listeners;

    expect(listener).toMatchObject({
      port: 443,
      protocol: 'HTTPS',
      mutualTls: { mode: 'verify', trustStore: expect.stringMatching(/:truststore\/clients\//) },
      rules: [
        {
          name: 'aws_alb_listener_rule.split',
          priority: 10,
          conditions: { methods: ['GET'], sources: ['10.0.0.0/8'], others: true },
          targetGroups: ['aws_lb_target_group.function', 'aws_lb_target_group.orders'],
          action: 'forward',
          authentication: ['authenticate-oidc'],
        },
        {
          name: 'aws_lb_listener_rule.orders',
          conditions: { paths: ['/orders', '/orders/*'], hosts: ['shop.example.com'] },
          targetGroups: ['aws_lb_target_group.orders'],
        },
        {
          name: 'aws_lb_listener.https.default_action',
          conditions: {},
          targetGroups: [],
          action: 'fixed-response',
        },
      ],
    });
  });

  it('that a document has a listener of only are known by its ARN', () => {
    const arn = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/a/b';
    const { loadBalancers } = networkOfPlan([
      {
        address: 'aws_lb_listener.a',
        values: { arn: 'listener', load_balancer_arn: arn, port: 443, protocol: 'TCP' },
      },
    ]);

    expect(loadBalancers.get(arn)).toMatchObject({
      kind: 'network',
      listeners: [{ port: 443 }],
      internal: { value: 'unknown', missing: [`scheme of ${arn}`] },
    });
  });

  it('that are weighted to nothing get nothing', () => {
    const forward = [
      {
        target_group: [
          { arn: 'blue', weight: 1 },
          { arn: 'green', weight: 0 },
        ],
      },
    ];
    const { loadBalancers } = networkOfPlan([
      {
        address: 'aws_lb_listener.a',
        values: {
          arn: 'listener',
          load_balancer_arn: 'lb',
          default_action: [{ type: 'forward', forward }],
        },
      },
    ]);

    expect(loadBalancers.get('lb')?.listeners[0]?.rules[0]?.targetGroups).toEqual(['blue']);
  });
});

describe('Classic Load Balancers', () => {
  it('forward to the instances of attachments, Auto Scaling groups and their own', () => {
    const listener = [
      { lb_port: 443, lb_protocol: 'ssl', instance_port: 8080, instance_protocol: 'tcp' },
    ];
    const { loadBalancers, targetGroups, interfaces } = networkOfPlan([
      {
        address: 'aws_elb.a',
        values: {
          id: 'web',
          name: 'web',
          subnets: ['subnet-1'],
          security_groups: ['sg-1'],
          instances: ['i-1'],
          internal: true,
          listener,
          health_check: [{ target: 'HTTP:9090/health' }],
        },
      },
      { address: 'aws_elb_attachment.a', values: { elb: 'web', instance: 'i-2' } },
      {
        address: 'aws_autoscaling_group.a',
        values: { id: 'fleet', name: 'fleet', load_balancers: ['web'] },
      },
    ]);

    expect(loadBalancers.get('web')).toMatchObject({
      internal: { value: true },
      crossZone: { value: true },
      listeners: [{ port: 443, protocol: 'TLS', rules: [{ targetGroups: ['web:443'] }] }],
    });
    expect(targetGroups.get('web:443')).toMatchObject({
      port: 8080,
      protocol: 'TCP',
      preservesClientAddress: { value: false },
      targets: [{ id: 'i-1' }, { id: 'i-2' }, { id: 'fleet' }],
      healthCheck: { port: 9090 },
    });
    expect([...interfaces.values()].filter(({ owner }) => owner === 'web')).toMatchObject([
      { kind: 'load balancer', groups: ['sg-1'], isPublic: { value: false } },
    ]);
  });
});

describe('target groups', () => {
  it('have what attachments, services and Auto Scaling groups register', () => {
    expect(groups['aws_lb_target_group.orders']).toMatchObject({
      kind: 'ip',
      targets: [{ id: 'aws_ecs_service.orders', isAddress: false, port: 8080 }],
      healthCheck: { enabled: { value: true }, port: 9090 },
    });
    expect(groups['aws_lb_target_group.fleet']).toMatchObject({
      kind: 'instance',
      targets: [{ id: 'aws_instance.plain' }, { id: 'aws_autoscaling_group.fleet' }],
    });
    expect(groups['aws_lb_target_group.addresses']).toMatchObject({
      targets: [
        { id: '10.0.1.77', isAddress: true, port: 8443 },
        { id: '10.0.2.77', isAddress: true, port: 8443 },
      ],
    });
    expect(groups['aws_alb_target_group.alb']).toMatchObject({
      kind: 'alb',
      targets: [{ id: 'aws_lb.public', isAddress: false }],
    });
    expect(groups['aws_lb_target_group.function']).toMatchObject({
      kind: 'lambda',
      targets: [{ id: 'aws_lambda_function.outside', isAddress: false }],
    });
  });

  it('take the owner of an address that is not known yet for the target', () => {
    const services = networkOfHcl(['services/plan.json']);

    expect(services.targetGroups.get('aws_lb_target_group.owners.arn')?.targets).toEqual([
      {
        name: 'aws_lb_target_group_attachment.owners',
        id: 'aws_instance.plain.id',
        isAddress: false,
        port: undefined,
      },
    ]);
  });

  it.each([
    ['ip', 'TCP', undefined, false],
    ['ip', 'TLS', undefined, false],
    ['ip', 'UDP', undefined, true],
    ['ip', 'TCP_UDP', undefined, true],
    ['instance', 'TCP', undefined, true],
    ['instance', 'TLS', undefined, true],
    ['alb', 'TCP', undefined, true],
    ['instance', 'HTTP', undefined, false],
    ['ip', 'HTTPS', undefined, false],
    ['ip', 'TCP', 'true', true],
    ['instance', 'TCP', 'false', false],
    ['lambda', undefined, undefined, false],
  ])(
    'of %s over %s with preserve_client_ip %s: targets see the client %s',
    (kind, protocol, told, sees) => {
      const { targetGroups } = networkOfPlan([
        {
          address: 'aws_lb_target_group.a',
          values: {
            arn: 'a',
            target_type: kind,
            protocol,
            port: 1,
            preserve_client_ip: told ?? null,
          },
        },
      ]);

      expect(targetGroups.get('a')?.preservesClientAddress).toEqual({ value: sees });
    },
  );

  it('miss the instances that run the tasks of a service without interfaces', () => {
    const { targetGroups } = networkOfPlan([
      { address: 'aws_lb_target_group.a', values: { arn: 'a', protocol: 'HTTP' } },
      {
        address: 'aws_ecs_service.a',
        values: { id: 's', load_balancer: [{ target_group_arn: 'a', container_port: 80 }] },
      },
    ]);

    expect(targetGroups.get('a')).toMatchObject({
      targets: [],
      missing: ['instances of aws_ecs_service.a'],
    });
  });

  it('that are only read say that others may register targets', () => {
    const { targetGroups } = networkOfPlan([
      { address: 'data.aws_lb_target_group.a', values: { arn: 'a', target_type: 'ip' } },
    ]);

    expect(targetGroups.get('a')?.missing).toEqual(['targets of data.aws_lb_target_group.a']);
  });
});
