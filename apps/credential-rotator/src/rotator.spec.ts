import { grants } from '@culvert/credential';
import { Organization } from '../test/organization';

const callers = grants.map((grant) => ({ name: grant, grant }));

describe('Rotator', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await Organization.start(callers);
  }, 60_000);
  afterEach(() => organization.mend());
  afterAll(() => organization.stop());

  it.each(callers)('replaces a credential for $grant, and the old one lives on', async (caller) => {
    const old = organization.credential(caller.name);

    await organization.rotate(caller.name);

    expect(organization.credential(caller.name)).not.toEqual(old);
    await expect(organization.works(caller)).resolves.toBe(true);
    await expect(organization.works(caller, old)).resolves.toBe(true);
  });
});
