import {
  AuthConfigError,
  ContractError,
  CulvertError,
  InvalidInput,
  TlsTrustError,
  Transient,
} from '@culvert/errors';
import { causes, errorCode } from './private/error-code';
import { safeCause } from './safe-cause';

/** Alerts by which a server refuses our certificate, or that we have none. */
const CLIENT_REFUSED =
  /^ERR_SSL_.+_ALERT_(?:CERTIFICATE_\w+|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)$/;
const UNTRUSTED =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|(?:SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED)_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|EPROTO$)/;
const TOO_LARGE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
const MALFORMED = /^(?:HPE_|Z_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$)/;
const CLOSED = /^UND_ERR_(?:CLOSED|DESTROYED)$/;
const PROXY_ANSWER = /^Proxy response \((\d{3})\)/;

/**
 * Names what kept a request from its response. An error with a name of ours stays as it is.
 *
 * @param host who was asked, for the message
 */
export function transportError(error: unknown, host: string): CulvertError {
  if (error instanceof CulvertError) return error;
  const cause = safeCause(error);
  const code = errorCode(error) ?? 'connection failed';
  if (CLIENT_REFUSED.test(code))
    return new AuthConfigError(`${host} refused the client certificate: ${code}`, { cause });
  if (UNTRUSTED.test(code))
    return new TlsTrustError(
      `no trusted TLS connection to ${host}: ${code}: check the name, the certificate and the CA bundle`,
      { cause },
    );
  if (code === TOO_LARGE)
    return new ContractError(`the response of ${host} is too large`, { cause });
  if (MALFORMED.test(code))
    return new ContractError(`the response of ${host} is malformed: ${code}`, { cause });
  if (CLOSED.test(code))
    return new InvalidInput('the client is closed: make the call before close()');
  const status = proxyStatus(error);
  if (status >= 400 && status < 500)
    return new AuthConfigError(
      `no way to ${host}: the proxy answered ${status}: check whom it lets through, and to where`,
    );
  return new Transient(
    `no response from ${host}: ${status ? `the proxy answered ${status}` : code}`,
    { cause },
  );
}

/** What a proxy answered that did not connect; `NaN` when none did. undici only says so in words. */
function proxyStatus(error: unknown): number {
  const answers = causes(error).map(({ message }) => PROXY_ANSWER.exec(String(message))?.[1]);
  return Number(answers.find((status) => status !== undefined));
}
