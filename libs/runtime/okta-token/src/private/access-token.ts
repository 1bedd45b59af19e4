import { ContractError } from '@culvert/errors';

const ASSUMED_SECONDS = 300;
const MAX_SECONDS = 86_400;
const REFRESH_SHARE = 0.75;
const MARGIN_SHARE = 0.1;
const MAX_MARGIN_SECONDS = 10;

/** A token, and by our own clock when it is to be refreshed and when it is not to be used any more. */
export interface AccessToken {
  readonly value: string;
  readonly refreshAt: number;
  readonly expiresAt: number;
}

/**
 * @param expiresIn seconds; assumed to be Okta's shortest when the server does not say, and at most
 * Okta's longest whatever it says
 * @param requestedAt when the request was sent: the token cannot be older
 * @throws ContractError when the token would be dead already, or cannot stand in a header
 */
export function accessToken(
  value: string,
  expiresIn: number | undefined,
  requestedAt: number,
): AccessToken {
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new ContractError('the access token is empty or has characters no header can have');
  }
  if (expiresIn !== undefined && expiresIn <= 0) {
    throw new ContractError(`expires_in is ${expiresIn}: a token must live for a second or more`);
  }
  const seconds = Math.min(expiresIn ?? ASSUMED_SECONDS, MAX_SECONDS);
  const margin = Math.min(seconds * MARGIN_SHARE, MAX_MARGIN_SECONDS);
  return {
    value,
    refreshAt: requestedAt + seconds * REFRESH_SHARE * 1000,
    expiresAt: requestedAt + (seconds - margin) * 1000,
  };
}
