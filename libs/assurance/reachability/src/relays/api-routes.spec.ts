import { api, method } from '../../test/relays';
import { methodsFor } from './api-routes';

function taking(kind: 'REST' | 'HTTP', methods: readonly string[], request: string) {
  const [verb, path] = request.split(' ');
  const known = api(
    'api',
    methods.map((text) => method(text)),
    { kind },
  );
  return methodsFor(known, {
    ...(verb === '*' ? {} : { method: verb }),
    ...(path === undefined ? {} : { path }),
  }).map(({ name }) => name);
}

describe('methods of a REST API', () => {
  const METHODS = [
    'ANY /{proxy+}',
    'GET /orders',
    'ANY /orders/{id}',
    'GET /orders/{id}',
    'GET /orders/new',
  ];

  it.each([
    ['GET /orders', ['GET /orders']],
    ['GET /orders/', ['GET /orders']],
    ['GET /orders/7', ['GET /orders/{id}']],
    ['POST /orders/7', ['ANY /orders/{id}']],
    ['GET /orders/new', ['GET /orders/new']],
    ['GET /orders/new?x=y', ['GET /orders/new']],
    ['GET /orders/7/lines', ['ANY /{proxy+}']],
    ['GET /Orders', ['ANY /{proxy+}']],
    // The greedy variable takes at least one segment.
    ['GET /', []],
    // The resource is chosen before the method.
    ['POST /orders/new', []],
    ['POST /orders', []],
  ])('that take %s', (request, expected) => {
    expect(taking('REST', METHODS, request)).toEqual(expected);
  });

  it('may be any of those of the method when no path is said', () => {
    expect(taking('REST', METHODS, 'POST')).toEqual(['ANY /{proxy+}', 'ANY /orders/{id}']);
    expect(taking('REST', METHODS, '*')).toEqual(METHODS);
    expect(taking('REST', METHODS, '* /orders/7')).toEqual([
      'ANY /orders/{id}',
      'GET /orders/{id}',
    ]);
  });
});

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
describe('routes of an HTTP API, as documented', () => {
  const ROUTES = [
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'GET /pets/{proxy+}',
    'ANY /{proxy+}',
    'ANY $default',
  ];

  it.each([
    ['GET /pets/dog/1', ['GET /pets/dog/1']],
    ['GET /pets/dog/2', ['GET /pets/dog/{id}']],
    ['GET /pets/cat/1', ['GET /pets/{proxy+}']],
    ['POST /test/5', ['ANY /{proxy+}']],
  ])('that take %s', (request, expected) => {
    expect(taking('HTTP', ROUTES, request)).toEqual(expected);
  });

  it('look at the method as well, and at $default at last', () => {
    expect(taking('HTTP', ['GET /orders', 'ANY /{proxy+}'], 'POST /orders')).toEqual([
      'ANY /{proxy+}',
    ]);
    expect(taking('HTTP', ['GET /orders', 'ANY $default'], 'GET /')).toEqual(['ANY $default']);
  });
});
