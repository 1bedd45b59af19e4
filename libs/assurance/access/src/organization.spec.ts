import { graphOf, policy, stateOf } from '../test/small-graph';
import { said } from '../test/hcl-access';
import { Access, type AccessFacts } from './index';

const MEMBER = '111111111111';
const QUEUE = `arn:aws:sqs:eu-central-1:${MEMBER}:work`;
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };

const member = {
  'aws_iam_role.app': {
    id: 'app',
    name: 'app',
    arn: `arn:aws:iam::${MEMBER}:role/app`,
    assume_role_policy: policy(),
    inline_policy: [{ name: 'all', policy: policy({ Sid: 'All', ...ALL }) }],
    managed_policy_arns: [],
    permissions_boundary: '',
  },
  'aws_sqs_queue.work': { id: QUEUE, arn: QUEUE, url: 'https://sqs/work', policy: '' },
};

/** The organisation: root, unit, member; with policies attached where they are said to be. */
function organization(attached: Readonly<Record<string, string>>, type = 'SERVICE_CONTROL_POLICY') {
  return {
    'aws_organizations_organization.main': {
      id: 'o-culvert000',
      master_account_id: '999999999999',
      roots: [{ id: 'r-root' }],
    },
    'aws_organizations_organizational_unit.apps': { id: 'ou-root-apps', parent_id: 'r-root' },
    'aws_organizations_organizational_unit.other': { id: 'ou-root-other', parent_id: 'r-root' },
    'aws_organizations_account.member': { id: MEMBER, parent_id: 'ou-root-apps' },
    ...Object.fromEntries(
      Object.entries(attached).flatMap(([target, content], at) => [
        [`aws_organizations_policy.p${at}`, { id: `p-${at}0000000`, type, content }],
        [
          `aws_organizations_policy_attachment.p${at}`,
          { id: `a${at}`, policy_id: `p-${at}0000000`, target_id: target },
        ],
      ]),
    ),
  };
}

function sends(extra: object, facts: AccessFacts = {}) {
  const graph = graphOf(
    stateOf(member, 'member'),
    stateOf(extra as Readonly<Record<string, object>>, 'organization'),
  );
  return said(
    Access.of(graph, facts).authorize({
      caller: { identity: 'arn:aws:iam::111111111111:role/app' },
      action: 'sqs:SendMessage',
      resource: QUEUE,
    }),
  );
}

describe('control policies', () => {
  const allows = 'identity policy yes: member/aws_iam_role.app All';
  const noQueues = policy({ Sid: 'NoQueues', Effect: 'Deny', Action: 'sqs:*', Resource: '*' });
  const denied = (policyName = 'p0') =>
    `control policy no: organization/aws_organizations_policy.${policyName} NoQueues`;

  it('do not matter where none is attached', () => {
    expect(sends({})).toEqual([allows]);
    expect(sends(organization({}))).toEqual([allows]);
  });

  it.each(['r-root', 'ou-root-apps', MEMBER])('deny what is below %s', (target) => {
    expect(sends(organization({ [target]: noQueues }))).toEqual([denied()]);
  });

  it.each(['ou-root-other', '222222222222'])('deny nothing beside %s', (target) => {
    expect(sends(organization({ [target]: noQueues }))).toContain(allows);
    expect(sends(organization({ [target]: noQueues })).join()).not.toContain(' no');
  });

  it('are unknown when it is not known which units the account is in', () => {
    const { 'aws_organizations_account.member': _, ...without } = organization({
      'ou-root-apps': noQueues,
    }) as Record<string, object>;

    expect(sends(without).join()).toContain(`whether account ${MEMBER} is in ou-root-apps`);

    const { 'aws_organizations_organizational_unit.apps': __, ...apart } = organization({
      'ou-root-other': noQueues,
    }) as Record<string, object>;

    expect(sends(apart).join()).toContain(`whether account ${MEMBER} is in ou-root-other`);
  });

  it('do not limit the management account', () => {
    const all = organization({ 'r-root': noQueues }) as Record<string, object>;
    const own = { ...all['aws_organizations_organization.main'], master_account_id: MEMBER };

    expect(sends({ ...all, 'aws_organizations_organization.main': own })).toEqual([allows]);
  });

  it('of resources say what may be done to them', () => {
    const onlyOrg = policy({
      Sid: 'NoQueues',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-other0000' } },
    });

    expect(sends(organization({ 'r-root': onlyOrg }, 'RESOURCE_CONTROL_POLICY'))).toEqual([
      denied(),
    ]);
    expect(
      sends(
        organization(
          { 'r-root': onlyOrg.replace('o-other0000', 'o-culvert000') },
          'RESOURCE_CONTROL_POLICY',
        ),
      ),
    ).toContain(allows);
  });

  it('may be given', () => {
    const level = (...statements: readonly object[]) => [
      { Version: '2012-10-17', Statement: statements },
    ];
    const given = (...statements: readonly object[]) =>
      sends({}, { serviceControl: { [MEMBER]: [level(ALL), level(...statements)] } });

    expect(given(ALL)).toContain(allows);
    expect(given({ ...ALL, Action: 's3:*' })[0]).toMatch(/^control policy no/);
  });

  it('give the organisation of the documents’ accounts, and of no other', () => {
    const guarded = {
      ...member,
      'aws_sqs_queue.work': {
        ...member['aws_sqs_queue.work'],
        policy: policy({
          Sid: 'Org',
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-culvert000' } },
        }),
      },
    };
    const access = Access.of(graphOf(stateOf(guarded)), { organizationId: 'o-culvert000' });
    const sent = (identity: string) =>
      said(access.authorize({ caller: { identity }, action: 'sqs:SendMessage', resource: QUEUE }));

    expect(sent(`arn:aws:iam::${MEMBER}:root`)).toContain(
      'resource policy yes: aws_sqs_queue.work Org',
    );
    expect(sent('arn:aws:iam::333333333333:root').join()).toContain(
      'unknown for aws:PrincipalOrgID of the request',
    );
  });
});
