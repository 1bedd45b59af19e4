import { Token } from 'cdktf';

/** A label of a host name; the first may be an underscore's, as in `_dmarc`. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** @throws unless `name`, where it is known, is a domain name in lower case, without the trailing dot */
export function requireDomainName(name: string): void {
  if (Token.isUnresolved(name)) {
    return;
  }
  if (name.length > 253 || !name.split('.').every((label) => LABEL.test(label))) {
    throw new Error(
      `"${name}" is not a domain name: give labels of lower-case letters, digits and hyphens with dots between, such as corp.example.com`,
    );
  }
}
