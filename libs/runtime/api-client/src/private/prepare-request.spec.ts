import { InvalidInput } from '@culvert/errors';
import { TestCertificateAuthority } from '@culvert/loopback';
import fc from 'fast-check';
import { ok } from '../../test/answers';
import { apiAndClient } from '../../test/test-client';
import type { ApiRequest } from '../api-request';
import { BaseUrl } from './base-url';
import { prepareRequest } from './prepare-request';

const base = new BaseUrl('https://orders.internal:8443/v1/');
const get: ApiRequest = { method: 'GET', path: '/orders' };

/** Paths that are nearly right: what traversal and request smuggling are made of. */
const trickyPath = fc
  .array(
    fc.constantFrom(
      ...['/', '//', '..', '.', '%2e', '%2E%2e', '%252e', '%2f', '%5c', '\\', '?', '#', '@', ':'],
      ...['a', 'v2', 'é', ' ', '\t', '\r\n', '\0', '%', '%zz', 'https://elsewhere.example', ';'],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const path = fc.oneof(
  trickyPath,
  trickyPath.map((tail) => `/${tail}`),
  fc.string(),
  fc.webPath(),
);
const anyRequest = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'POST', 'DELETE'), fc.string()),
  path: fc.oneof(path, fc.anything()),
  query: fc.oneof(
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.boolean()))),
    fc.anything(),
  ),
  headers: fc.oneof(
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('Host', 'AUTHORIZATION', 'x-a', 'X-A', 'te')),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\r\nb: c', '')),
    ),
    fc.anything(),
  ),
  body: fc.anything(),
}) as fc.Arbitrary<ApiRequest>;

function preparedOrRefused(request: ApiRequest) {
  try {
    return prepareRequest(base, request);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return undefined;
  }
}

describe('prepareRequest', () => {
  it('stays on the origin and below the base path, or refuses', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const prepared = preparedOrRefused(request);
        if (prepared !== undefined) {
          const { origin, pathname, username, hash } = prepared.url;
          expect([origin, username, hash]).toEqual(['https://orders.internal:8443', '', '']);
          expect(pathname).toBe(`/v1${request.path}`);
          expect(decodeURIComponent(pathname.replace(/%(?!25)/g, '%'))).not.toMatch(
            /\/\.{1,2}(\/|$)/,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches the API as it was given, whatever is between', async () => {
    const authority = await TestCertificateAuthority.create();
    const { api, client, stop } = await apiAndClient(authority, [ok]);

    await fc.assert(
      fc.asyncProperty(path, async (given) => {
        api.received.length = 0;
        const result = await client
          .call({ method: 'GET', path: given }, { remainingMs: 10_000 })
          .catch((error: unknown) => error);
        if (result instanceof InvalidInput) {
          expect(api.received).toHaveLength(0);
        } else {
          expect(api.received).toMatchObject([{ url: `/v1${given}` }]);
        }
      }),
      { numRuns: 200 },
    );
    await stop();
  });

  it('encodes every query so that it is read as it was given', () => {
    const wellFormed = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(wellFormed, fc.array(wellFormed)), (query) => {
        const { url } = prepareRequest(base, { ...get, query });

        const read = new URLSearchParams(url.search);
        expect([...read.keys()].length).toBe(Object.values(query).flat().length);
        for (const [name, values] of Object.entries(query)) {
          expect(read.getAll(name)).toEqual(values);
        }
      }),
    );
  });

  it('sends no header that was not given, and none twice', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const headers = preparedOrRefused(request)?.headers ?? new Headers();
        const own = ['accept', 'content-type'];
        const given = Object.keys(request.headers ?? {}).map((name) => name.toLowerCase());
        expect([...headers.keys()].filter((name) => !own.includes(name)).sort()).toEqual(
          [...headers.keys()].filter((name) => given.includes(name) && !own.includes(name)).sort(),
        );
        expect([...headers.values()].join()).not.toMatch(/[\r\n\0]/);
      }),
    );
  });

  it.each([
    'https://elsewhere.example/orders',
    '//elsewhere.example/orders',
    '/\\elsewhere.example',
    '/../admin',
    '/orders/..',
    '/orders/%2e%2E/admin',
    '/orders/%252e%252e/admin',
    '/orders/%25252e%25252e',
    '/..%2fadmin',
    '/a%5c..%5cadmin',
    '/orders//1',
    '/orders?limit=1',
    '/orders#1',
    '/orders 1',
    '/orders\t',
    '/caf\u00e9',
    '/orders%',
    '/orders/%zz',
    'orders',
    '',
  ])('refuses the path %j', (refused) => {
    expect(() => prepareRequest(base, { ...get, path: refused })).toThrow(InvalidInput);
  });

  it.each(['/', '/orders/', '/orders/a..b', '/orders/a%2Fb', "/o;v=1/(a)'!*,:@&=+$~"])(
    'takes the path %j',
    (taken) => {
      expect(prepareRequest(base, { ...get, path: taken }).url.pathname).toBe(`/v1${taken}`);
    },
  );

  it.each([
    [{ Authorization: 'Bearer canary' }],
    [{ host: 'elsewhere.example' }],
    [{ Connection: 'close' }],
    [{ 'Keep-Alive': 'canary' }],
    [{ TE: 'trailers' }],
    [{ Trailer: 'x' }],
    [{ 'transfer-encoding': 'chunked' }],
    [{ Upgrade: 'websocket' }],
    [{ 'Proxy-Authorization': 'canary' }],
    [{ 'Content-Length': '1' }],
    [{ 'X-A': 'canary\r\nX-B: 1' }],
    [{ 'X-A': ' canary' }],
    [{ 'X-A': '\u20ac canary' }],
    [{ 'X-A': '' }],
    [{ 'X A': 'canary' }],
    [{ 'x-a': '1', 'X-A': '2' }],
  ])('refuses the headers %j, and does not repeat their values', (headers) => {
    const prepare = () => prepareRequest(base, { ...get, headers });
    expect(prepare).toThrow(InvalidInput);
    expect(prepare).not.toThrow(/canary/);
  });

  it.each([
    { ...get, body: {} },
    { ...get, method: 'get' },
    { ...get, method: 'TRACE' },
    { ...get, method: 'toString' },
    { ...get, query: { a: null } },
    { ...get, query: { a: {} } },
    { ...get, query: ['a'] },
    { ...get, method: 'POST', body: () => 1 },
    { ...get, method: 'POST', body: {}, headers: { 'Content-Type': 'text/xml' } },
  ])('refuses %j', (request) => {
    expect(() => prepareRequest(base, request as unknown as ApiRequest)).toThrow(InvalidInput);
  });

  it('refuses a body that is no JSON', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;

    for (const body of [cycle, 1n, Symbol('s')]) {
      expect(() => prepareRequest(base, { ...get, method: 'POST', body })).toThrow(InvalidInput);
    }
  });

  it('sends JSON of another media type when it is told so', () => {
    const headers = { 'content-type': 'application/merge-patch+json' };
    const prepared = prepareRequest(base, { ...get, method: 'PATCH', body: null, headers });

    expect(prepared.headers.get('content-type')).toBe('application/merge-patch+json');
    expect(prepared.body).toBe('null');
  });
});
