import { networkOfHcl, networkOfPlan } from '../../test/documents';

const ID = 'sg-0a1b2c3d4e5f60718';
const HTTPS = { protocol: 'tcp', fromPort: 443, toPort: 443 };
const RULE = { protocol: 'tcp', from_port: 443, to_port: 443 };

describe('security groups', () => {
  const { securityGroups } = networkOfHcl(['classic/plan.json']);
  const group = (id: string) => securityGroups.get(id);

  it('have inline rules, with the entries of prefix lists', () => {
    expect(group('aws_security_group.web.id')).toMatchObject({
      vpc: 'aws_vpc.main.id',
      ingress: [
        { ...HTTPS, name: 'aws_security_group.web.ingress[0]', peers: ['0.0.0.0/0', '::/0'] },
        {
          fromPort: 22,
          peers: [
            {
              name: 'aws_ec2_managed_prefix_list.offices',
              addresses: ['192.168.10.0/24', '192.168.20.0/24'],
            },
          ],
        },
      ],
      egress: [{ protocol: '-1', peers: ['0.0.0.0/0'] }],
    });
  });

  it('have rules that stand alone, by group, by itself, and by what is not known yet', () => {
    const app = group('aws_security_group.app.id');
    const list = 'prefix list of com.amazonaws.eu-central-1.s3';

    expect(app?.ingress).toEqual([
      {
        name: 'aws_security_group_rule.app_from_web',
        protocol: 'tcp',
        fromPort: 8080,
        toPort: 8081,
        peers: [{ group: 'aws_security_group.web.id' }],
      },
      {
        name: 'aws_security_group_rule.app_self',
        protocol: 'icmp',
        fromPort: 8,
        toPort: -1,
        peers: [{ group: 'aws_security_group.app.id' }],
      },
    ]);
    expect(app?.egress).toMatchObject([
      { peers: [{ unknown: 'aws_instance.db.private_ip' }] },
      { peers: [{ name: list, addresses: [{ unknown: list }] }] },
    ]);
  });

  it('have rules of each instance of a module', () => {
    const { securityGroups: hub } = networkOfHcl(['hub/plan.json']);
    const orders = hub.get('module.spoke["orders"].aws_security_group.workload.id');

    expect(orders?.ingress.map(({ peers }) => peers)).toEqual([['10.0.0.0/8'], ['192.168.0.0/16']]);
    expect(orders?.egress).toHaveLength(1);
  });

  it('have no rule of their own when nobody writes one, for Terraform takes AWS’s away', () => {
    const { securityGroups: hub } = networkOfHcl(['hub/plan.json']);
    const database = hub.get('module.spoke["orders"].aws_security_group.database.id');

    expect(database?.egress).toEqual([]);
  });

  it('let their members talk, and talk to all, as AWS makes them with a VPC', () => {
    const id = 'aws_vpc.main.default_security_group_id';

    expect(group(id)).toMatchObject({
      name: id,
      vpc: 'aws_vpc.main.id',
      ingress: [{ protocol: '-1', peers: [{ group: id }] }],
      egress: [{ protocol: '-1', peers: ['0.0.0.0/0', '::/0'] }],
    });
  });

  it('have only what is written once they are adopted', () => {
    const { securityGroups: adopted } = networkOfHcl(['adopted/plan.json']);

    expect(adopted.get('aws_vpc.main.default_security_group_id')).toMatchObject({
      name: 'aws_default_security_group.main',
      ingress: [{ ...HTTPS, peers: ['10.0.0.0/16'] }],
      egress: [{ ...HTTPS, peers: ['0.0.0.0/0'] }],
    });
  });

  it('have a rule in doubt where it cannot be told which of them has it', () => {
    const { securityGroups: adopted } = networkOfHcl(['adopted/plan.json']);
    const unknown = 'aws_vpc_security_group_ingress_rule.either.security_group_id';

    for (const id of ['aws_security_group.either[0].id', 'aws_security_group.either[1].id']) {
      const [rule] = adopted.get(id)?.ingress ?? [];
      expect(rule?.peers).toEqual([{ unknown, within: ['10.0.0.0/8'] }]);
    }
  });

  it('show nothing that Terraform marks as sensitive', () => {
    const { securityGroups: adopted } = networkOfHcl(['adopted/plan.json']);
    const [, rule] = adopted.get('aws_security_group.either[0].id')?.ingress ?? [];

    expect(rule?.peers).toMatchObject([
      { unknown: 'aws_vpc_security_group_ingress_rule.secret.cidr_ipv4' },
    ]);
    expect(JSON.stringify([...adopted.values()])).not.toContain('10.77');
  });

  it('that only the id is known of have rules that nobody knows', () => {
    const unknown = `rules of ${ID}`;
    const known = networkOfHcl(['adopted/plan.json']).securityGroups.get(ID);

    expect(known?.missing).toEqual([unknown]);
    expect(known?.ingress).toMatchObject([
      { protocol: 'udp', peers: [{ group: 'sg-0a1b2c3d4e5f60719' }] },
      { protocol: { unknown }, peers: [{ unknown }, { group: { unknown } }] },
    ]);
  });

  it('that are read have rules that nobody knows, and prefix lists that are read have entries', () => {
    const { securityGroups: read } = networkOfHcl(['read/reader.json']);
    const [own, shared] = [...read.values()];

    expect(shared?.missing).toEqual(['rules of data.aws_security_group.shared']);
    expect(own?.ingress[0]?.peers).toEqual([
      { name: 'data.aws_ec2_managed_prefix_list.offices', addresses: ['192.168.10.0/24'] },
      { group: shared?.id },
    ]);
  });

  describe('after a refresh, when a group lists the rules that stand alone', () => {
    const both = {
      ...RULE,
      cidr_blocks: ['10.1.0.0/16', '10.2.0.0/16'],
      security_groups: ['sg-0b'],
    };
    const own = {
      address: 'aws_security_group.a',
      values: { id: 'sg-0a', vpc_id: 'vpc-0a', ingress: [both] },
      action: 'no-op' as const,
    };
    const alone = { security_group_id: 'sg-0a', ip_protocol: 'tcp', from_port: 443, to_port: 443 };
    const ingress = (...others: Parameters<typeof networkOfPlan>[0]) =>
      networkOfPlan([own, ...others])
        .securityGroups.get('sg-0a')
        ?.ingress.map(({ name, peers }) => [name, peers]);

    it('has each rule once', () => {
      const values = { ...alone, cidr_ipv4: '10.1.0.0/16' };
      const address = 'aws_vpc_security_group_ingress_rule.a';

      expect(ingress({ address, values, action: 'no-op' })).toEqual([
        ['aws_security_group.a.ingress[0]', ['10.2.0.0/16', { group: 'sg-0b' }]],
        [address, ['10.1.0.0/16']],
      ]);
    });

    it('has none that goes, and of one that changes what it becomes', () => {
      const before = { ...RULE, type: 'ingress', security_group_id: 'sg-0a' };
      const changed = 'aws_vpc_security_group_ingress_rule.changed';

      expect(
        ingress(
          {
            address: 'aws_security_group_rule.gone',
            before: { ...before, cidr_blocks: ['10.1.0.0/16', '10.2.0.0/16'] },
            action: 'delete',
          },
          {
            address: changed,
            before: { ...alone, referenced_security_group_id: 'sg-0b' },
            values: { ...alone, referenced_security_group_id: 'sg-0c' },
            action: 'update',
          },
        ),
      ).toEqual([[changed, [{ group: 'sg-0c' }]]]);
    });
  });
});
