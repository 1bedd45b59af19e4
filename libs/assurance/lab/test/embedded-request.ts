import type { Account } from './embedded-account';

/**
 * Calls an action of a service that speaks AWS JSON 1.1, where no client of the SDK's version in
 * use is at hand. The signature is not one: the embedded AWS reads the key and the scope of it.
 *
 * @throws with the service's answer when it is not a success
 */
export async function callJsonAction(
  { endpoint, region, credentials }: Account,
  service: string,
  action: string,
  body: object,
): Promise<unknown> {
  const scope = `${credentials.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Security-Token': credentials.sessionToken,
      'X-Amz-Target': action,
    },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(answer);
  }
  return JSON.parse(answer);
}
