import type { ApiMethod } from '@culvert/network-model';
import { SymbolicText, type Text } from '@culvert/symbolic';
import type { HttpRequest } from '../request';

/** What an integration calls. */
export interface BackendUri {
  readonly text: string;
  readonly port: number | undefined;
  /** None if it is not known. */
  readonly host: string | undefined;
  /** None if it is not known, or a request's parameters are in it. */
  readonly path: string | undefined;
}

const URI = /^(https?):\/\/([^/:?#]+)(?::(\d+))?(\/[^?#]*)?/u;
const PARTS_NOT_KNOWN = /[{}$]/u;

/** Undefined of what is no address of HTTP, such as a listener's ARN. */
export function uriOf(uri: Text | undefined): BackendUri | undefined {
  if (uri === undefined) {
    return undefined;
  }
  const text = SymbolicText.of(uri).toString();
  const [, scheme, host, port, path = '/'] = URI.exec(text) ?? [];
  if (scheme === undefined) {
    return undefined;
  }
  const standard = scheme === 'https' ? 443 : 80;
  return {
    text,
    port: port === undefined ? standard : Number(port),
    host: known(host),
    path: known(path),
  };
}

/** The request that the integration makes of a request; without a uri it is as it was. */
export function backendRequest(
  { method }: ApiMethod,
  uri: BackendUri | undefined,
  http: HttpRequest,
): HttpRequest {
  const verb = method === 'ANY' ? http.method : method;
  const path = uri === undefined ? http.path : uri.path;
  const host = uri?.host;
  return {
    ...(verb === undefined ? {} : { method: verb }),
    ...(path === undefined ? {} : { path }),
    ...(host === undefined ? {} : { host }),
  };
}

function known(text: string | undefined): string | undefined {
  return text === undefined || PARTS_NOT_KNOWN.test(text) ? undefined : text;
}
