import { isNativeError } from 'node:util/types';
import { ContractError, CulvertError, TlsTrustError, Transient } from '@culvert/errors';

const TRUST_CODES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|EPROTO$)/;
const MALFORMED_CODES = /^(HPE_|Z_|HTTPParserError$)/;

/** Names what kept a request from its answer. */
export function transportError(error: unknown, host: string): CulvertError {
  if (error instanceof CulvertError) {
    return error;
  }
  if (isTrustFailure(error)) {
    return trustError(host, error);
  }
  const code = errorCode(error) ?? 'connection failed';
  if (MALFORMED_CODES.test(code)) {
    return new ContractError(`the answer of ${host} is malformed: ${code}`, {
      cause: safeCause(error),
    });
  }
  return new Transient(`no answer from ${host}: ${code}`, { cause: safeCause(error) });
}

export function isTrustFailure(error: unknown): boolean {
  return TRUST_CODES.test(errorCode(error) ?? '');
}

export function trustError(host: string, error: unknown): TlsTrustError {
  return new TlsTrustError(
    `no trusted TLS connection to ${host}: ${errorCode(error)}: check the name, the certificate and the CA bundle`,
    { cause: safeCause(error) },
  );
}

/** The innermost error that has a code: `fetch` wraps what happened. The parser's may have none. */
function errorCode(error: unknown): string | undefined {
  if (!isNativeError(error)) {
    return undefined;
  }
  const { name, code = name === 'HTTPParserError' ? name : undefined } = error as {
    name: string;
    code?: unknown;
  };
  return errorCode(error.cause) ?? (typeof code === 'string' ? code : undefined);
}

/**
 * What may be kept of a foreign error. Those of HTTP and OAuth libraries hold requests and responses,
 * and with them secrets and tokens.
 */
export function safeCause(error: unknown): Error {
  const cause = new Error(errorCode(error) ?? 'unknown');
  cause.name = isNativeError(error) ? error.name : typeof error;
  return cause;
}
