import { Case, hclGraph, said } from '../test/hcl-access';

describe('identityOf', () => {
  const { access, graph, at } = bound(new Case(hclGraph('identities/plan.json')));
  const policiesOf = (address: string) =>
    access.identityOf(at(address)).policies.map(({ name }) => name);

  it.each([
    [
      'a module’s attachments, for_each, and a policy that stands alone',
      'module.caller["orders"].aws_iam_role.this',
      [
        'aws_iam_role_policy.orders',
        'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        'aws_iam_policy.read',
      ],
    ],
    [
      'attachments of several roles at once',
      'module.sender.aws_iam_role.this',
      [
        'aws_iam_policy.queue',
        'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
        'aws_iam_policy.read',
      ],
    ],
    ['blocks of the role itself', 'aws_iam_role.inline', ['aws_iam_role.inline']],
    [
      'policies that the role lists, and a place for those that a plan does not show',
      'aws_iam_role.listed',
      ['aws_iam_policy.read', 'aws_iam_role.listed'],
    ],
    ['those that are its only ones', 'aws_iam_role.exclusive', ['aws_iam_policy.read']],
    [
      'a user’s groups',
      'aws_iam_user.ann',
      ['aws_iam_policy.read', 'aws_iam_group_policy.readers'],
    ],
    [
      'the users of a group',
      'aws_iam_user.bob',
      ['aws_iam_user_policy.bob', 'aws_iam_group_policy.readers'],
    ],
  ])('has %s', (_title, address, names) => {
    expect([...policiesOf(address)].sort()).toEqual([...names].sort());
  });

  it('finds a role by its ARN and its name, and not by another’s', () => {
    const { name } = access.identityOf('arn:aws:iam::123456789012:role/inline');

    expect(name).toBe('aws_iam_role.inline');
    expect(access.identityOf('inline').name).toBe('aws_iam_role.inline');
    expect(access.identityOf('arn:aws:iam::999999999999:role/inline').name).toBe(
      'arn:aws:iam::999999999999:role/inline',
    );
  });

  it.each([
    ['444444444444', 'Account'],
    ['arn:aws:iam::444444444444:root', 'Account'],
    ['arn:aws:iam::444444444444:user/eve', 'User'],
    ['arn:aws:sts::444444444444:assumed-role/reader/session', 'AssumedRole'],
    ['lambda.amazonaws.com', 'Service'],
    ['arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com', 'Federated'],
    ['accounts.google.com', 'Federated'],
  ])('takes %s for %s', (text, type) => {
    expect(access.identityOf(text).caller.type).toBe(type);
  });

  it('knows nothing of the policies of a role that no document makes', () => {
    const role = 'arn:aws:iam::444444444444:role/reader';

    const answers = access.authorize({
      caller: { identity: role },
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:eu-central-1:444444444444:theirs',
      entry: 'open',
    });

    expect(answers.map(({ gate }) => gate)).toContain('identity policy');
    expect(said(answers).every((each) => each.includes(`policies of ${role}`))).toBe(true);
  });

  describe('in what it may do', () => {
    const may = (address: string, action: string, resource: string) =>
      said(
        access.authorize({ caller: { identity: at(address) }, action, resource, entry: 'open' }),
      );
    const secret = (name: string) =>
      `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}`;
    const orders = 'module.caller["orders"].aws_iam_role.this';

    it('takes a document merged from others for what it becomes', () => {
      expect(may(orders, 'secretsmanager:GetSecretValue', secret('app/db'))).toContainEqual(
        expect.stringMatching(/^resource policy unknown/),
      );
      expect(may(orders, 'secretsmanager:DeleteSecret', secret('app/db'))).toEqual([
        'identity policy no: aws_iam_policy.read NoDelete',
      ]);
    });

    it('names the policy of AWS whose content no plan has', () => {
      const sender = 'module.sender.aws_iam_role.this';

      expect(may(sender, 'kms:Sign', secret('x')).join()).toContain(
        'content of arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
      );
    });

    it('names a policy that is known only after apply', () => {
      expect(
        may('module.sender.aws_iam_role.this', 'sqs:SendMessage', secret('x')).join(),
      ).toContain('aws_iam_policy.queue.policy');
    });

    it('has the limits of a permissions boundary', () => {
      expect(may('aws_iam_role.inline', 'kms:Decrypt', at('aws_sqs_queue.work').address)).toEqual([
        'permissions boundary no: aws_iam_role.inline',
      ]);
    });

    it('puts the user’s name in the place of its variable', () => {
      const named = (name: string) =>
        access.authorize({
          caller: { identity: at('aws_iam_user.ann') },
          action: 'secretsmanager:GetSecretValue',
          resource: secret(`${name}/db`),
          entry: 'open',
        });

      expect(said(named('ann')).join()).toContain(`policy of ${secret('ann/db')}`);
      expect(said(named('bob'))).toEqual([
        expect.stringContaining(`resource policy unknown for policy of ${secret('bob/db')}`),
      ]);
    });

    it('heeds what is denied to one user', () => {
      expect(may('aws_iam_user.bob', 'secretsmanager:GetSecretValue', secret('bob/db'))).toEqual([
        'identity policy no: aws_iam_user_policy.bob NotBob',
      ]);
    });
  });

  describe('of whom a role trusts', () => {
    const assumes = (role: string, identity: string, context = {}) =>
      said(access.assume({ caller: { identity }, role: at(role), context }));

    it('lets a service assume it', () => {
      const orders = 'module.caller["orders"].aws_iam_role.this';

      expect(assumes(orders, 'lambda.amazonaws.com')).toEqual([
        `trust policy yes: ${orders} Functions`,
      ]);
      expect(assumes(orders, 'ec2.amazonaws.com')).toEqual([`trust policy no: ${orders}`]);
    });

    it('wants the external id of another account, and its leave', () => {
      const operator = 'arn:aws:iam::444444444444:root';
      const id = (value: string) => ({ 'sts:ExternalId': value });

      expect(assumes('aws_iam_role.inline', operator, id('culvert'))).toEqual([
        'trust policy yes: aws_iam_role.inline Operators',
      ]);
      expect(assumes('aws_iam_role.inline', operator, id('other'))).toEqual([
        'trust policy no: aws_iam_role.inline',
      ]);
      expect(assumes('aws_iam_role.inline', operator)).toEqual([
        'trust policy unknown for sts:ExternalId of the request: aws_iam_role.inline Operators',
      ]);
    });

    it('lets a role of the account assume it that it names', () => {
      const orders = 'arn:aws:iam::123456789012:role/orders';

      expect(assumes('aws_iam_role.inline', orders)).toEqual([
        'trust policy yes: aws_iam_role.inline Own',
      ]);
      expect(assumes('aws_iam_role.exclusive', orders)).toEqual([
        'trust policy no: aws_iam_role.exclusive [0]',
      ]);
    });
  });

  it('lists what identities are allowed, symbols and all', () => {
    const grants = [...access.grants()].map(
      ({ identity, action, resource }) => `${identity} ${action} ${resource}`,
    );

    expect(grants).toContain('aws_iam_role.inline * *');
    expect(grants).toContain('module.caller["orders"].aws_iam_role.this kms:Decrypt *');
    expect(grants.some((grant) => grant.includes('secretsmanager:Delete'))).toBe(false);
    expect(graph.resources('aws_iam_role').length).toBeGreaterThan(4);
  });
});

describe('identityOf in a plan that changes what is there', () => {
  const granted = (file: string) =>
    [...new Case(hclGraph(`changes/${file}.json`)).access.grants()].map(({ action }) => action);

  it('has what is there after it, not what was', () => {
    expect(granted('state').sort()).toEqual(['*', 'sns:DeleteTopic', 'sqs:DeleteQueue']);
    expect(granted('plan')).toEqual(['sqs:SendMessage']);
  });
});

function bound(of: Case) {
  return { access: of.access, graph: of.graph, at: (address: string) => of.at(address) };
}
