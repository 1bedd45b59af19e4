import { corsPreflight } from './private/cors-preflight';
import type { JsonObject, OpenApiDocument } from './open-api-document';
import type { VpcLink } from './vpc-link';

/** Options of {@link proxyApi}. */
export interface ProxyApiOptions {
  /** The API's title. */
  readonly title: string;
  /** The way to the backend. */
  readonly vpcLink: VpcLink;
  /**
   * The backend's origin, such as `https://orders.example.com`. It does not route: it is the Host
   * header and, with https, the name that the backend's certificate must have.
   */
  readonly origin: string;
  /**
   * Origins whose browsers may call the API, such as `https://shop.example.com`.
   * @default - none: no preflight request is answered
   */
  readonly corsOrigins?: readonly string[];
}

/**
 * A document that passes every path and method to one backend. The root has a method of its own,
 * since `{proxy+}` does not match `/`.
 *
 * @throws when `origin` is not an http or https origin, or a CORS origin is not one
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 */
export function proxyApi(options: ProxyApiOptions): OpenApiDocument {
  const origin = requireOrigin(options.origin);
  const preflight = corsPreflight((options.corsOrigins ?? []).map(requireOrigin));
  return {
    openapi: '3.0.1',
    info: { title: options.title, version: '1' },
    paths: {
      '/': {
        'x-amazon-apigateway-any-method': anyMethod(options.vpcLink, `${origin}/`),
        ...preflight,
      },
      '/{proxy+}': {
        'x-amazon-apigateway-any-method': {
          parameters: [{ name: 'proxy', in: 'path', required: true, schema: { type: 'string' } }],
          ...anyMethod(options.vpcLink, `${origin}/{proxy}`, {
            requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
          }),
        },
        ...preflight,
      },
    },
  };
}

function anyMethod(vpcLink: VpcLink, uri: string, parameters: JsonObject = {}): JsonObject {
  return {
    responses: {},
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri,
      ...vpcLink.connection,
      ...parameters,
    },
  };
}

function requireOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || url.origin !== origin || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `"${origin}" is not an origin: give scheme and host only, such as https://orders.example.com`,
    );
  }
  return origin;
}
