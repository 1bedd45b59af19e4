import { proxyApi } from './index';

const VPC_LINK = { connection: { connectionType: 'VPC_LINK', connectionId: 'abc123' } };

function ordersApi(options: { origin?: string; corsOrigins?: readonly string[] } = {}) {
  return proxyApi({
    title: 'Orders',
    vpcLink: VPC_LINK,
    origin: 'https://orders.example.com',
    ...options,
  });
}

describe('proxyApi', () => {
  it('passes the root and every path below it through the link', () => {
    const { paths } = ordersApi();

    expect(paths).toMatchObject({
      '/': {
        'x-amazon-apigateway-any-method': {
          'x-amazon-apigateway-integration': {
            type: 'http_proxy',
            httpMethod: 'ANY',
            uri: 'https://orders.example.com/',
            ...VPC_LINK.connection,
          },
        },
      },
      '/{proxy+}': {
        'x-amazon-apigateway-any-method': {
          parameters: [{ name: 'proxy', in: 'path', required: true }],
          'x-amazon-apigateway-integration': {
            uri: 'https://orders.example.com/{proxy}',
            requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
          },
        },
      },
    });
  });

  it('leaves OPTIONS to the backend unless origins are named', () => {
    expect(ordersApi().paths['/']).not.toHaveProperty('options');
  });

  it('answers preflight requests for the origins named, and echoes no other', () => {
    const { paths } = ordersApi({ corsOrigins: ['https://shop.example.com'] });

    const preflight = JSON.stringify(paths['/{proxy+}']);

    expect(preflight).toContain("#if($origin == 'https://shop.example.com')");
    expect(preflight).not.toContain("'*'");
  });

  it.each([
    'orders.example.com',
    'https://orders.example.com/',
    'https://orders.example.com/v1',
    'ftp://orders.example.com',
    '',
  ])('fails on "%s", which is no origin', (origin) => {
    expect(() => ordersApi({ origin })).toThrow(`"${origin}" is not an origin`);
    expect(() => ordersApi({ corsOrigins: [origin] })).toThrow(`"${origin}" is not an origin`);
  });

  it('fails on a CORS origin of every site', () => {
    expect(() => ordersApi({ corsOrigins: ['*'] })).toThrow('"*" is not an origin');
  });
});
