import { AddressSet } from '@culvert/packet-set';
import { FALSE, type Truth } from '@culvert/symbolic';
import * as fc from 'fast-check';
import { graphOf, policy, stateOf } from '../test/small-graph';
import { allPass } from './private/answers';
import { Access, type GateAnswer } from './index';

const ACCOUNT = '111111111111';
const API = `arn:aws:execute-api:eu-central-1:${ACCOUNT}:a1b2c3d4e5`;
const SECRET = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:db-AbCdEf`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;

type Statement = Readonly<Record<string, unknown>>;
type Effect = 'Allow' | 'Deny';

const condition = fc.constantFrom(
  {},
  { StringEquals: { 'aws:SourceVpce': 'vpce-00000001' } },
  { StringNotEquals: { 'aws:SourceVpce': 'vpce-00000001' } },
  { IpAddress: { 'aws:VpcSourceIp': ['10.0.0.0/25', '10.0.1.0/24'] } },
  { NotIpAddress: { 'aws:VpcSourceIp': '10.0.0.128/25' } },
  { StringEquals: { 'aws:UserAgent': 'curl' } },
);

const statement = (effect: fc.Arbitrary<Effect>, hasPrincipal: boolean) =>
  fc
    .record({
      Effect: effect,
      Action: fc.constantFrom('*', 'execute-api:Invoke', 'secretsmanager:Get*', 's3:*'),
      Resource: fc.constantFrom('*', `${API}/*/GET/*`, 'execute-api:/prod/*', SECRET),
      Condition: condition,
      Principal: fc.constantFrom('*', { AWS: ROLE }, { AWS: ACCOUNT }, { AWS: '222222222222' }),
    })
    .map(({ Principal, ...rest }): Statement => (hasPrincipal ? { ...rest, Principal } : rest));

const either = fc.constantFrom<Effect>('Allow', 'Deny');
const policies = fc.record({
  endpoint: fc.array(statement(either, true), { maxLength: 3 }),
  api: fc.array(statement(either, true), { maxLength: 3 }),
  secret: fc.array(statement(either, true), { maxLength: 3 }),
  role: fc.array(statement(either, false), { maxLength: 3 }),
});
const call = fc.record({
  authorization: fc.constantFrom('NONE', 'AWS_IAM', 'CUSTOM') as fc.Arbitrary<
    'NONE' | 'AWS_IAM' | 'CUSTOM'
  >,
  caller: fc.constantFrom('anonymous' as const, { identity: ROLE }),
  sources: fc.constantFrom<string>('10.0.0.0/24', '10.0.0.1', '10.0.1.0/24', '192.0.2.0/24'),
});

type Policies = typeof policies extends fc.Arbitrary<infer T> ? T : never;
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never;

function answers(of: Policies, { authorization, caller, sources }: Call): GateAnswer[][] {
  const graph = graphOf(
    stateOf({
      'aws_iam_role.app': {
        id: 'app',
        name: 'app',
        arn: ROLE,
        inline_policy: [{ name: 'own', policy: policy(...of.role) }],
      },
      'aws_api_gateway_rest_api.orders': {
        id: 'a1b2c3d4e5',
        execution_arn: API,
        endpoint_configuration: [{ types: ['PRIVATE'] }],
        policy: policy(...of.api),
      },
      'aws_secretsmanager_secret.db': { id: SECRET, arn: SECRET, policy: policy(...of.secret) },
      'aws_vpc_endpoint.a': {
        id: 'vpce-00000001',
        vpc_id: 'vpc-00000001',
        policy: policy(...of.endpoint),
      },
    }),
  );
  const access = Access.of(graph);
  const entry = { endpoint: 'vpce-00000001', sources: AddressSet.of(sources), caller };
  const method = { method: 'GET', path: '/orders', authorization, apiKeyRequired: FALSE };
  return [
    [...access.invokeApi({ ...entry, api: 'a1b2c3d4e5', stage: 'prod', method, authorized: true })],
    [
      ...access.authorize({
        ...entry,
        action: 'secretsmanager:GetSecretValue',
        resource: SECRET,
      }),
    ],
  ];
}

const RANK = (truth: Truth) => (truth.value === 'unknown' ? 1 : truth.value ? 2 : 0);

const leaksOf = (all: readonly GateAnswer[]) =>
  Math.min(2, ...all.map(({ passes, leaks }) => RANK(leaks ?? passes)));

/** The ranks of what passes and of what leaks, by question. */
const ranks = (of: Policies, how: Call) =>
  answers(of, how).flatMap((all) => [RANK(allPass(all)), leaksOf(all)]);

const withOneMore = (effect: Effect) =>
  fc
    .tuple(
      policies,
      fc.constantFrom('endpoint', 'api', 'secret', 'role') as fc.Arbitrary<keyof Policies>,
    )
    .chain(([of, where]) =>
      statement(fc.constant(effect), where !== 'role').map((added): [Policies, Policies] => [
        of,
        { ...of, [where]: [...of[where], added] },
      ]),
    );

describe('Access', () => {
  it('never lets less pass for one Allow more', () => {
    fc.assert(
      fc.property(withOneMore('Allow'), call, ([before, after], how) => {
        const now = ranks(after, how);
        for (const [at, rank] of ranks(before, how).entries()) {
          expect(now[at]).toBeGreaterThanOrEqual(rank);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never lets more pass for one Deny more', () => {
    fc.assert(
      fc.property(withOneMore('Deny'), call, ([before, after], how) => {
        const now = ranks(after, how);
        for (const [at, rank] of ranks(before, how).entries()) {
          expect(now[at]).toBeLessThanOrEqual(rank);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says of addresses together what it says of each', () => {
    fc.assert(
      fc.property(policies, call, (of, how) => {
        const together = answers(of, { ...how, sources: '10.0.0.0/24' });
        const each = ['10.0.0.3', '10.0.0.200'].map((sources) => answers(of, { ...how, sources }));
        for (const [at, all] of together.entries()) {
          const parts = each.map((part) => RANK(allPass(part[at] ?? [])));
          expect(RANK(allPass(all))).toBe(Math.min(...parts));
          expect(leaksOf(all)).toBe(Math.max(...parts));
        }
      }),
      { numRuns: 200 },
    );
  });
});
