import type { Cut } from './cuts';
import { arnOf, type Caller, type Organization } from './organization';

/** Lets the call with this number, and each after it, fail: that is what being killed there does. */
export async function cut(
  { okta, aws }: Organization,
  { of, how }: Cut,
  at: number,
): Promise<void> {
  if (of === 'AWS') {
    aws.break(at, how);
    return;
  }
  await okta.fail('*', how, { skip: at });
  await okta.fail('*', 'reset', { skip: at, times: Number.POSITIVE_INFINITY });
}

/**
 * Rotates until something fails.
 *
 * @returns whether it was cut off
 */
export async function isCutOff(
  organization: Organization,
  { name }: Caller,
  versionId: string,
): Promise<boolean> {
  try {
    await organization.rotate(name, versionId);
    return false;
  } catch {
    return true;
  } finally {
    await organization.mend();
  }
}

/** What a rotation leaves: two generations of a credential, however it went. */
export async function generations({ okta, aws }: Organization, { name }: Caller) {
  const { secrets, keys } = await okta.credentials(name);
  const kmsKeys = [...aws.keys.values()].filter(
    ({ state, tags }) =>
      state === 'Enabled' && tags.some(({ TagValue }) => TagValue === arnOf(name)),
  );
  return { secrets: secrets.length, keys: keys.length, kmsKeys: kmsKeys.length };
}
