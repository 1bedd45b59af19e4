import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { InvalidInput } from '@culvert/errors';
import { type ReadProps, readSecret } from './private/read-secret';
import { untilAborted } from './private/until-aborted';
import type { Secret } from './secret';
import type { SecretCacheProps } from './secret-cache-props';

/** How long a value that is still usable is served before a failed read is tried again. */
const PAUSE_AFTER_FAILURE_SECONDS = 30;

export interface WaitOptions {
  /** How long this caller waits; the read goes on for others. */
  readonly signal?: AbortSignal;
}

interface Held<T> {
  readonly secret: Secret<T>;
  readonly readAt: number;
}

/** One secret of Secrets Manager, read by one request at a time however many ask for it. */
export class SecretCache<T> {
  private readonly readProps: ReadProps<T>;
  private readonly ttlSeconds: number;
  private readonly hardLimitSeconds: number;
  #held?: Held<T>;
  #flight?: Promise<Secret<T>>;
  private failedAt?: number;
  private readAgainFor?: string;

  /** @throws InvalidInput for a duration that is not positive, or a hard limit below the TTL. */
  constructor(props: SecretCacheProps<T>) {
    this.ttlSeconds = props.ttlSeconds ?? 300;
    this.hardLimitSeconds = props.hardLimitSeconds ?? 3600;
    this.readProps = {
      client: props.client ?? defaultClient(),
      secretId: props.secretId,
      versionStage: props.versionStage ?? 'AWSCURRENT',
      timeoutSeconds: props.timeoutSeconds ?? 5,
      parse: props.parse,
    };
    this.validate();
  }

  /**
   * The secret, at most its TTL old; when it cannot be read again, at most its hard limit.
   *
   * @throws SecretUnavailable when it cannot be read and none is left to serve
   * @throws DeadlineExceeded when the signal aborts before, and none is left to serve
   */
  async get(options?: WaitOptions): Promise<Secret<T>> {
    const usable = this.usable();
    if (usable && (this.isFresh(usable) || this.isPaused())) return usable.secret;
    try {
      return await untilAborted(this.#flight ?? this.read(), options?.signal);
    } catch (error) {
      const old = this.usable();
      if (old) return old.secret;
      throw error;
    }
  }

  /**
   * The secret after the version `refused` was refused with `invalid_client` or 401. It is read again
   * once for each version: the same version back means that the secret itself is wrong.
   *
   * @throws SecretUnavailable when it cannot be read; this does not count as the one time
   * @throws DeadlineExceeded when the signal aborts before
   */
  async refresh(refused: string, options?: WaitOptions): Promise<Secret<T>> {
    while (this.#flight) await untilAborted(this.#flight, options?.signal);
    const { secret } = this.usable() ?? {};
    if (secret && (secret.versionId !== refused || this.readAgainFor === refused)) return secret;
    return untilAborted(this.read(refused), options?.signal);
  }

  private read(refused?: string): Promise<Secret<T>> {
    const flight = readSecret(this.readProps)
      .then(
        (secret) => {
          this.#held = { secret, readAt: Date.now() };
          this.failedAt = undefined;
          if (refused !== undefined) this.readAgainFor = refused;
          return secret;
        },
        (error: unknown) => {
          this.failedAt = Date.now();
          throw error;
        },
      )
      .finally(() => {
        this.#flight = undefined;
      });
    this.#flight = flight;
    return flight;
  }

  private usable(): Held<T> | undefined {
    return this.#held && secondsSince(this.#held.readAt) < this.hardLimitSeconds
      ? this.#held
      : undefined;
  }

  private isFresh({ readAt }: Held<T>): boolean {
    return secondsSince(readAt) < this.ttlSeconds;
  }

  private isPaused(): boolean {
    return this.failedAt !== undefined && secondsSince(this.failedAt) < PAUSE_AFTER_FAILURE_SECONDS;
  }

  private validate(): void {
    const { ttlSeconds, hardLimitSeconds } = this;
    const { timeoutSeconds } = this.readProps;
    const problems = Object.entries({ ttlSeconds, hardLimitSeconds, timeoutSeconds })
      .filter(([, seconds]) => !(seconds > 0))
      .map(([name, seconds]) => `${name} is ${seconds}, use a positive number`);
    if (hardLimitSeconds < ttlSeconds)
      problems.push(`hardLimitSeconds is ${hardLimitSeconds}, use at least the TTL ${ttlSeconds}`);
    if (problems.length > 0) throw new InvalidInput(problems.join('; '));
  }
}

function secondsSince(time: number): number {
  return (Date.now() - time) / 1000;
}

function defaultClient(): SecretsManagerClient {
  return new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 1500,
      throwOnRequestTimeout: true,
    },
  });
}
