import { inspect } from 'node:util';
import { NotFound } from '@culvert/errors';
import { safeCause, transportError } from './index';

const wrapped = (code: string) =>
  new TypeError('fetch failed canary', {
    cause: new DOMException('canary', {
      cause: Object.assign(new Error('canary'), { code, response: { body: 'canary' } }),
    }),
  });

describe('transportError', () => {
  it.each([
    ['ECONNRESET', 'Transient'],
    ['ECONNREFUSED', 'Transient'],
    ['ENOTFOUND', 'Transient'],
    ['UND_ERR_CONNECT_TIMEOUT', 'Transient'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TlsTrustError'],
    ['CERT_HAS_EXPIRED', 'TlsTrustError'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'TlsTrustError'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TlsTrustError'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'TlsTrustError'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'AuthConfigError'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'AuthConfigError'],
    ['HPE_INVALID_CONSTANT', 'ContractError'],
    ['Z_DATA_ERROR', 'ContractError'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ContractError'],
    ['UND_ERR_CLOSED', 'InvalidInput'],
  ])('names %s, however deep it is wrapped: %s', (code, name) => {
    const error = transportError(wrapped(code), 'orders.internal');

    expect(error).toMatchObject({ name });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it('leaves an error with a name as it is', () => {
    const error = new NotFound('no such order');

    expect(transportError(error, 'orders.internal')).toBe(error);
  });

  it.each([[undefined], [null], ['canary'], [{ canary: 1 }], [new Error('canary')]])(
    'takes %p for a broken connection',
    (thrown) => {
      const error = transportError(thrown, 'orders.internal');

      expect(error).toMatchObject({
        name: 'Transient',
        message: 'no response from orders.internal: connection failed',
      });
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
    },
  );

  it('ends with a cause that is its own cause', () => {
    const error = new Error('round') as Error & { code: string };
    error.cause = error;
    error.code = 'ECONNRESET';

    expect(transportError(error, 'orders.internal').message).toContain('ECONNRESET');
  });
});

describe('safeCause', () => {
  it('keeps a name and a code, and nothing else', () => {
    expect(safeCause(wrapped('ECONNRESET'))).toMatchObject({
      name: 'TypeError',
      code: 'ECONNRESET',
      message: 'ECONNRESET',
    });
    expect(safeCause('canary')).toMatchObject({ name: 'string', message: 'unknown' });
  });
});
