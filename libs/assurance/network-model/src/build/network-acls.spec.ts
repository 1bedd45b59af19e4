import { networkAclPasses } from '@culvert/packet-filter';
import { networkOfHcl, networkOfPlan } from '../../test/documents';

const ID = 'acl-0a1b2c3d4e5f60718';
const ENTRY = { rule_no: 100, action: 'allow', protocol: '6', from_port: 443, to_port: 443 };
const packet = {
  source: '10.0.0.1',
  destination: '10.0.0.2',
  protocol: 'tcp',
  sourcePort: 50_000,
  destinationPort: 443,
} as const;

function aclOf(values: object, ...others: Parameters<typeof networkOfPlan>[0]) {
  const acl = { address: 'aws_network_acl.a', values: { id: 'acl-0a', ...values } };
  return networkOfPlan([{ ...acl, action: 'no-op' }, ...others]).networkAcls.get('acl-0a');
}

describe('network ACLs', () => {
  const { networkAcls } = networkOfHcl(['classic/plan.json']);

  it('have inline entries by number', () => {
    expect(networkAcls.get('aws_network_acl.public.id')?.acl.ingress).toEqual([
      {
        name: 'aws_network_acl.public.ingress[1]',
        ruleNumber: 90,
        action: 'deny',
        range: '198.51.100.0/24',
        protocol: '-1',
      },
      {
        name: 'aws_network_acl.public.ingress[0]',
        ruleNumber: 100,
        action: 'allow',
        range: '0.0.0.0/0',
        protocol: 'tcp',
        fromPort: 443,
        toPort: 443,
      },
    ]);
  });

  it('have entries that stand alone, with type and code of ICMP', () => {
    const { acl } = networkAcls.get('aws_network_acl.private.id') ?? {};

    expect(acl?.egress.map(({ name }) => name)).toEqual(['aws_network_acl_rule.private["out"]']);
    expect(acl?.ingress[1]).toEqual({
      name: 'aws_network_acl_rule.ping',
      ruleNumber: 200,
      action: 'allow',
      range: '192.168.0.0/16',
      protocol: 'icmp',
      icmpType: 8,
      icmpCode: -1,
    });
  });

  it('allow all as AWS makes them with a VPC', () => {
    const made = networkAcls.get('aws_vpc.main.default_network_acl_id');

    expect(made?.vpc).toBe('aws_vpc.main.id');
    for (const way of ['ingress', 'egress'] as const) {
      const passage = made && networkAclPasses(made.acl, way);
      expect(passage?.surely.complement().isEmpty).toBe(true);
    }
  });

  it('have only what is written once they are adopted', () => {
    const adopted = networkOfHcl(['adopted/plan.json']).networkAcls;
    const acl = adopted.get('aws_vpc.main.default_network_acl_id');

    expect(acl?.acl.ingress.map(({ name }) => name)).toEqual([
      'aws_default_network_acl.main.ingress[0]',
    ]);
    expect(acl?.acl.egress).toEqual([]);
  });

  it('that only the id is known of may deny before and allow after what is known', () => {
    const acl = networkOfHcl(['adopted/plan.json']).networkAcls.get(ID);
    const passes = acl && networkAclPasses(acl.acl, 'ingress').passes(packet);

    expect(passes).toEqual({ value: 'unknown', missing: [`entries of ${ID}`] });
    expect(acl?.acl.ingress.map(({ ruleNumber }) => ruleNumber)).toEqual([1, 2, 32_766]);
  });

  it('have an entry in doubt where it cannot be told which of them has it', () => {
    const { networkAcls: adopted } = networkOfHcl(['adopted/plan.json']);
    const unknown = 'aws_network_acl_rule.either.network_acl_id';

    for (const id of ['aws_network_acl.either[0].id', 'aws_network_acl.either[1].id']) {
      const acl = adopted.get(id);
      expect(acl?.acl.ingress[0]?.range).toEqual({ unknown, within: ['10.0.0.0/8'] });
      expect(acl && networkAclPasses(acl.acl, 'ingress').passes(packet)).toEqual({
        value: 'unknown',
        missing: [unknown],
      });
    }
  });

  it('leave out AWS’s own entry, and those that go though the ACL still lists them', () => {
    const before = { network_acl_id: 'acl-0a', egress: false, rule_number: 100 };
    const last = { ...ENTRY, rule_no: 32_767, action: 'deny', cidr_block: '0.0.0.0/0' };
    const acl = aclOf(
      { ingress: [{ ...ENTRY, cidr_block: '10.0.0.0/8' }, last] },
      { address: 'aws_network_acl_rule.gone', before, action: 'delete' },
    );

    expect(acl?.acl.ingress).toEqual([]);
    expect(acl?.missing).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an action', { action: 'permit', cidr_block: '10.0.0.0/8' }, 'rule_action'],
    ['a number', { rule_no: 0, cidr_block: '10.0.0.0/8' }, 'rule_number'],
    ['a range', { cidr_block: '' }, 'cidr_block'],
  ])('are not known for want of %s that is one', (_, wrong, fact) => {
    const acl = aclOf({ ingress: [{ ...ENTRY, ...wrong }] });
    const missing = [`aws_network_acl.a.ingress[0].${fact}`];

    expect(acl?.missing).toEqual(missing);
    expect(acl && networkAclPasses(acl.acl, 'ingress').passes(packet)).toEqual({
      value: 'unknown',
      missing,
    });
  });

  it.each<[string, object]>([
    ['a range', { cidr_block: '10.0.0' }],
    ['a protocol', { cidr_block: '10.0.0.0/8', protocol: 'tpc' }],
    ['ports', { cidr_block: '10.0.0.0/8', to_port: 1 }],
  ])('are in doubt for want of %s that AWS would take', (_, wrong) => {
    const acl = aclOf({ ingress: [{ ...ENTRY, ...wrong }] });

    expect(acl && networkAclPasses(acl.acl, 'ingress').passes(packet).value).toBe('unknown');
  });
});
