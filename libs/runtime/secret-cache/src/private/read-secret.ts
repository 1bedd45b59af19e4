import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CulvertError, SecretUnavailable } from '@culvert/errors';
import type { Secret } from '../secret';
import { failure } from './failure';

export interface ReadProps<T> {
  readonly client: SecretsManagerClient;
  readonly secretId: string;
  readonly versionStage: string;
  readonly timeoutSeconds: number;
  readonly parse: (json: unknown) => T;
}

/** @throws SecretUnavailable without what was read, and without causes that may hold it. */
export async function readSecret<T>(props: ReadProps<T>): Promise<Secret<T>> {
  const { secretId, versionStage } = props;
  const name = `secret '${secretId}' (${versionStage})`;
  const response = await props.client
    .send(new GetSecretValueCommand({ SecretId: secretId, VersionStage: versionStage }), {
      abortSignal: AbortSignal.timeout(1000 * props.timeoutSeconds),
    })
    .catch((error: unknown) => {
      throw new SecretUnavailable(`${name} could not be read: ${failure(error)}`);
    });
  const { SecretString: text, VersionId: versionId } = response;
  if (!versionId) throw new SecretUnavailable(`${name} came without a version, check the endpoint`);
  const version = `${name}, version ${versionId},`;
  if (text === undefined)
    throw new SecretUnavailable(`${version} holds no text, store a JSON object as its string`);
  return { value: parse(version, text, props.parse), versionId };
}

function parse<T>(version: string, text: string, validate: (json: unknown) => T): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SecretUnavailable(`${version} is not JSON, store a JSON object as its string`);
  }
  try {
    return validate(json);
  } catch (error) {
    throw new SecretUnavailable(`${version} is not what was expected: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  if (error instanceof CulvertError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
