import { grants } from '@culvert/credential';
import { type Cut, CUTS } from '../test/cuts';
import { cut, generations, isCutOff } from '../test/kill-points';
import { kills } from '../test/rotation-matrix';
import { arnOf, type Caller, Organization } from '../test/organization';

const MAX_CALLS = 60;
const FIRST_CALLS = 6;

const GENERATIONS = {
  private_key_jwt: { secrets: 0, keys: 2, kmsKeys: 2 },
  client_secret: { secrets: 2, keys: 0, kmsKeys: 0 },
  password: { secrets: 2, keys: 0, kmsKeys: 0 },
};

const callers = grants.map((grant): Caller => ({ name: grant, grant }));
const beginners = CUTS.flatMap((where) =>
  Array.from({ length: FIRST_CALLS }, (_, at) => ({
    name: `${where.of}-${where.how}-${at}`,
    grant: 'client_secret' as const,
    where,
    at,
  })),
);

describe('a rotation that is killed and run again', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await Organization.start([...callers, ...beginners]);
    for (const { name } of callers) {
      await organization.rotate(name);
      await organization.rotate(name);
    }
  }, 60_000);
  afterAll(() => organization.stop());

  it.each(kills)(
    'ends as if it had not been, for $fault',
    async ({ grant, of, how }) => {
      const caller = { name: grant, grant };
      const where = { of, how };
      let at = 0;
      while (await surviveCut(caller, where, at)) {
        expect(await generations(organization, caller)).toEqual(GENERATIONS[caller.grant]);
        expect(at).toBeLessThan(MAX_CALLS);
        at += 1;
      }

      expect(at).toBeGreaterThan(where.of === 'AWS' ? 10 : 3);
    },
    120_000,
  );

  it.each(beginners)(
    'ends as if it had not been, at the first rotation and call $at to $where.of that is $where.how',
    async ({ where, at, ...caller }) => {
      await surviveCut(caller, where, at);

      expect(await generations(organization, caller)).toEqual(GENERATIONS[caller.grant]);
    },
    60_000,
  );

  /**
   * Run again, it is the same rotation or, each other time, another that follows the abandoned one.
   *
   * @returns whether the rotation was cut off at all
   */
  async function surviveCut(caller: Caller, where: Cut, at: number): Promise<boolean> {
    const { aws } = organization;
    const arn = arnOf(caller.name);
    const inMemory = organization.credential(caller.name);
    const versionId = aws.startRotation(arn);
    const expectBothToWork = async (): Promise<void> => {
      await expect(organization.works(caller)).resolves.toBe(true);
      await expect(organization.works(caller, inMemory)).resolves.toBe(true);
    };

    await cut(organization, where, at);
    const wasCutOff = await isCutOff(organization, caller, versionId);
    await expectBothToWork();
    const isAbandoned = at % 2 === 1 && aws.versionId(arn, 'AWSCURRENT') !== versionId;
    const nextId = isAbandoned ? aws.startRotation(arn) : versionId;
    await organization.rotate(caller.name, nextId);

    expect(aws.versionId(arn, 'AWSCURRENT')).toBe(nextId);
    await expectBothToWork();
    aws.deleteKeys();
    return wasCutOff;
  }
});
