import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

export interface SecretCacheProps<T> {
  /** ARN or name. Another account's secret has to be given by its ARN. */
  readonly secretId: string;
  /**
   * Turns the parsed JSON into the value, or throws. The message of a `CulvertError` is passed on, so
   * it must not hold what was read; of any other error only its name is.
   */
  readonly parse: (json: unknown) => T;
  /**
   * The client; its retries are the only ones.
   * @default Region, credentials and endpoint of the environment; three attempts of 1.5 seconds
   */
  readonly client?: SecretsManagerClient;
  /** @default 'AWSCURRENT' */
  readonly versionStage?: string;
  /**
   * Seconds for which a value is used without asking again.
   * @default 300
   */
  readonly ttlSeconds?: number;
  /**
   * Seconds for which a value is used when it cannot be read again, counted from when it was read.
   * @default 3600
   */
  readonly hardLimitSeconds?: number;
  /**
   * Seconds for one read, with the client's retries.
   * @default 5
   */
  readonly timeoutSeconds?: number;
}
