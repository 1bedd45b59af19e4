import { ContractError } from '@culvert/errors';
import type { BaseUrl } from './base-url';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Redirected {
  readonly status: number;
  readonly headers: Pick<Headers, 'get' | 'has'>;
}

/**
 * Where a response sends a request to, if it does. The token goes along, so only below the base URL.
 *
 * @throws ContractError when it is elsewhere, or the request is one that changes something
 */
export function redirectTarget(
  { status, headers }: Redirected,
  from: { readonly method: string; readonly url: URL },
  base: BaseUrl,
): URL | undefined {
  if (!REDIRECTS.has(status)) {
    return undefined;
  }
  const target = URL.parse(headers.get('location') ?? '', from.url.href);
  if (!headers.has('location') || target === null || !base.contains(target)) {
    throw new ContractError(
      `${base.host} answered ${status} to elsewhere than below the base URL: ${target?.origin ?? 'nowhere'}`,
    );
  }
  if (from.method !== 'GET' && from.method !== 'HEAD') {
    throw new ContractError(`${base.host} answered ${status} to a ${from.method}: send it there`);
  }
  return target;
}
