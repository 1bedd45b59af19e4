import { grants } from '@culvert/credential';
import { arnOf, Organization, STEPS } from '../test/organization';
import { type RotationFault, rotationFaults } from '../test/rotation-matrix';

const callers = grants.map((grant) => ({ name: grant, grant }));

describe('a rotation that goes wrong', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await Organization.start(callers);
    for (const { name } of callers) await organization.rotate(name);
  }, 60_000);
  afterEach(() => organization.mend());
  afterAll(() => organization.stop());

  it.each(rotationFaults)(
    '$area, $step, $fault: $error',
    async (row) => {
      const { grant = 'client_secret', step, error, attempts } = row;
      const { aws } = organization;
      const caller = { name: grant, grant };
      const arn = arnOf(caller.name);
      const inUse = organization.credential(caller.name);
      if (row.secret !== undefined) aws.addSecret(arn, row.secret(inUse));
      const versionId = aws.startRotation(arn);
      for (const earlier of STEPS.slice(0, STEPS.indexOf(step)))
        await organization.step(earlier, caller.name, versionId);
      await breakDown(row);
      const before = await seen(row);

      const event = { Step: step, SecretId: arn, ClientRequestToken: versionId };
      await expect(
        organization.lambda.invoke(row.event ? row.event(event) : event, row.remainingMs),
      ).rejects.toHaveProperty('name', error);

      expect((await seen(row)) - before).toBe(attempts);
      await organization.mend();
      if (row.secret !== undefined) aws.addSecret(arn, JSON.stringify(inUse));
      await expect(organization.works(caller, inUse)).resolves.toBe(true);
      await organization.rotate(caller.name);
      await expect(organization.works(caller)).resolves.toBe(true);
    },
    30_000,
  );

  async function breakDown({ okta, aws }: RotationFault): Promise<void> {
    if (okta)
      await organization.okta.fail(okta.route, okta.kind, { times: Number.POSITIVE_INFINITY });
    if (aws) organization.aws.break(aws.operation, aws.how);
  }

  /** What the server at fault has seen so far. */
  async function seen({ okta, aws, secret }: RotationFault): Promise<number> {
    const calls = (operation: string): number =>
      organization.aws.calls.filter((call) => call === operation).length;
    const counts = await organization.okta.counts();
    if (okta?.route === 'token') return counts.tokenRequests;
    if (okta?.route === 'management-token') return counts.managementTokenRequests;
    if (okta) return counts.managementRequests;
    if (aws) return calls(aws.operation);
    return secret ? calls('GetSecretValue') : counts.managementRequests;
  }
});
