import { isNativeError } from 'node:util/types';
import {
  AuthConfigError,
  ContractError,
  type CulvertError,
  InvalidInput,
  TlsTrustError,
  Transient,
} from '@culvert/errors';

/** Alerts by which a server refuses our certificate, or that we have none. */
const CLIENT_REFUSED =
  /^ERR_SSL_.+_ALERT_(?:CERTIFICATE_\w+|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)$/;
const UNTRUSTED =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|(?:SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED)_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;
const TOO_LARGE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
const MALFORMED = /^(?:HPE_|Z_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$)/;
const CLOSED = /^UND_ERR_(?:CLOSED|DESTROYED)$/;

type Coded = Error & { readonly code?: string };

/** Names what kept a request from its response. */
export function transportError(error: unknown, host: string): CulvertError {
  const cause = systemError(error);
  const code = cause?.code ?? 'connection failed';
  if (CLIENT_REFUSED.test(code)) {
    return new AuthConfigError(`${host} refused the client certificate: ${code}`, { cause });
  }
  if (UNTRUSTED.test(code)) {
    return new TlsTrustError(
      `no trusted TLS connection to ${host}: ${code}: check the name, the certificate and the CA bundle`,
      { cause },
    );
  }
  if (code === TOO_LARGE) {
    return new ContractError(`the response of ${host} is too large: raise maxResponseBytes`);
  }
  if (MALFORMED.test(code)) {
    return new ContractError(`the response of ${host} is malformed: ${code}`);
  }
  if (CLOSED.test(code)) {
    return new InvalidInput('the client is closed: make the call before close()');
  }
  return new Transient(`no response from ${host}: ${code}`, { cause });
}

/** What may be kept of a foreign error: its code. Those of HTTP libraries hold requests and data. */
function systemError(error: unknown): (Error & { code: string }) | undefined {
  if (!isNativeError(error)) {
    return undefined;
  }
  const { name, code = name === 'HTTPParserError' ? name : undefined } = error as Coded;
  const outer = code === undefined ? undefined : Object.assign(new Error(code), { name, code });
  return systemError(error.cause) ?? outer;
}
