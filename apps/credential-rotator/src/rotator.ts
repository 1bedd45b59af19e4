import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Grant } from '@culvert/credential';
import { CulvertError, InvalidInput } from '@culvert/errors';
import type { Environment, RotatedCredential } from './environment';
import { OktaManagement } from './okta-management';
import { OktaTokens } from './okta-tokens';
import { readEvent, type RotationEvent } from './rotation-event';
import { RotationKeys } from './rotation-keys';
import { SecretVersions } from './secret-versions';
import { clientSecret } from './strategies/client-secret';
import { password } from './strategies/password';
import { privateKeyJwt } from './strategies/private-key-jwt';
import type { Rotation, Strategy } from './strategy';
import { Telemetry } from './telemetry';

/** Secrets Manager runs a rotation again that has failed, and nobody else does. */
const ONE_ATTEMPT = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true },
} as const;

/** What is used of Lambda's context. */
export interface Invocation {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

interface Work<G extends Grant> {
  readonly event: RotationEvent;
  readonly rotated: RotatedCredential;
  readonly versions: SecretVersions<G>;
  readonly strategy: Strategy<G>;
  readonly remainingMs: () => number;
}

/** Replaces what the callers authenticate with, in the four steps that Secrets Manager asks for. */
export class Rotator {
  readonly #environment: Environment;
  readonly #telemetry: Telemetry;
  readonly #secretsManager = new SecretsManagerClient(ONE_ATTEMPT);
  readonly #strategies: { readonly [G in Grant]: Strategy<G> };
  readonly #tokens: OktaTokens;

  constructor(environment: Environment) {
    const kms = new KMSClient(ONE_ATTEMPT);
    const keys = new RotationKeys(kms, environment.rotatorRoleArn);
    this.#environment = environment;
    this.#telemetry = new Telemetry(environment);
    this.#tokens = new OktaTokens(environment, kms);
    this.#strategies = {
      private_key_jwt: privateKeyJwt(keys),
      client_secret: clientSecret,
      password,
    };
  }

  /** @throws an error of `@culvert/errors`; Secrets Manager then runs the rotation again */
  async rotate(event: unknown, invocation: Invocation): Promise<void> {
    let ids: object = { requestId: invocation.awsRequestId };
    try {
      const read = readEvent(event);
      const { Step: step, SecretId: secretArn, ClientRequestToken: versionId } = read;
      ids = { ...ids, step, secretArn, versionId };
      const rotated = this.#environment.credentials[secretArn];
      if (rotated === undefined) {
        const known = Object.keys(this.#environment.credentials).join(', ');
        throw new InvalidInput(`${secretArn} is not among CREDENTIALS, which has ${known}`);
      }
      const message = await this.step(read, rotated, rotated.grant, invocation);
      this.#telemetry.done(ids, message);
    } catch (error) {
      this.#telemetry.failed(ids, error);
      throw error instanceof CulvertError ? error : unexpected(error, invocation);
    }
  }

  private async step<G extends Grant>(
    event: RotationEvent,
    rotated: RotatedCredential,
    grant: G,
    invocation: Invocation,
  ): Promise<string> {
    const versions = new SecretVersions(this.#secretsManager, {
      arn: event.SecretId,
      grant,
      pendingId: event.ClientRequestToken,
      read: this.#telemetry.hide,
    });
    if (!(await versions.isUnderWay())) return 'the version is current already';
    const work = {
      event,
      rotated,
      versions,
      strategy: this.#strategies[grant],
      remainingMs: () => invocation.getRemainingTimeInMillis(),
    };
    switch (event.Step) {
      case 'createSecret':
        return this.create(work);
      case 'setSecret':
        return this.set(work);
      case 'testSecret':
        return this.test(work);
      case 'finishSecret':
        return this.finish(work);
    }
  }

  private async create<G extends Grant>(work: Work<G>): Promise<string> {
    const { versions, strategy } = work;
    if ((await versions.pending()) !== undefined) return 'the credential was made already';
    await this.withOkta(work, async (rotation) => {
      const next = await strategy.create(
        rotation,
        async () => (await versions.find('AWSPREVIOUS'))?.credential,
      );
      this.#telemetry.hide(next);
      await versions.putPending(next);
    });
    return 'the credential is made';
  }

  private async set<G extends Grant>(work: Work<G>): Promise<string> {
    const pending = await work.versions.requirePending();
    await this.withOkta(work, (rotation) => work.strategy.set(rotation, pending));
    return 'the credential is known at Okta';
  }

  /**
   * When a rotation is set up that does not start at once, Secrets Manager runs this step alone, with
   * a version that has no value: what is current is tested then.
   */
  private async test<G extends Grant>({
    rotated,
    versions,
    remainingMs,
  }: Work<G>): Promise<string> {
    const tested = (await versions.pending()) ?? (await versions.find('AWSCURRENT'));
    if (tested === undefined) return 'there is no credential to test yet';
    const token = this.#tokens.caller(rotated, tested.credential);
    await this.#telemetry.hidden(token).get({
      remainingMs: remainingMs(),
      signal: AbortSignal.timeout(Math.max(remainingMs(), 0)),
    });
    return 'the credential gets a token';
  }

  private async finish<G extends Grant>({ versions }: Work<G>): Promise<string> {
    await versions.requirePending();
    await versions.makeCurrent();
    this.#telemetry.rotated();
    return 'the credential is the current one';
  }

  /** The authority that a caller trusts Okta by is in the caller's own secret. */
  private async withOkta<G extends Grant>(
    { event, rotated, versions, remainingMs }: Work<G>,
    work: (rotation: Rotation<G>) => Promise<void>,
  ): Promise<void> {
    const current = await versions.current();
    const { domain, proxyUrl } = this.#environment;
    const { ca } = current.credential;
    const token = this.#telemetry.hidden(this.#tokens.management(ca));
    const okta = new OktaManagement({ domain, proxyUrl, ca, token, remainingMs });
    try {
      const { SecretId: secretArn, ClientRequestToken: versionId } = event;
      await work({ secretArn, versionId, rotated, okta, current });
    } finally {
      await okta.close();
    }
  }
}

/** A mistake of ours, whose message may hold anything: it stands in the log, without secrets. */
function unexpected(error: unknown, { awsRequestId }: Invocation): Error {
  const name = error instanceof Error ? error.name : typeof error;
  return new Error(`unexpected ${name}: see the log of request ${awsRequestId}`);
}
