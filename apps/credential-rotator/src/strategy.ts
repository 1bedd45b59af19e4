import type { Credential, Grant } from '@culvert/credential';
import type { RotatedCredential } from './environment';
import type { OktaManagement } from './okta-management';
import type { Version } from './secret-versions';

/** One rotation of one secret. */
export interface Rotation<G extends Grant = Grant> {
  readonly secretArn: string;
  /** The version that is being made. */
  readonly versionId: string;
  readonly rotated: RotatedCredential;
  readonly okta: OktaManagement;
  readonly current: Version<G>;
}

/**
 * How a credential is replaced. What is current stays valid at Okta until the rotation after: callers
 * that have it in memory do not notice. Each step can be run again after it was cut off anywhere.
 */
export interface Strategy<G extends Grant> {
  /**
   * Retires what was replaced by the rotation before, and makes the next credential.
   *
   * @param previous the one before the current
   */
  create(
    rotation: Rotation<G>,
    previous: () => Promise<Credential<G> | undefined>,
  ): Promise<Credential<G>>;
  /** Makes the next credential valid at Okta, where that is not yet so. */
  set(rotation: Rotation<G>, pending: Credential<G>): Promise<void>;
}
