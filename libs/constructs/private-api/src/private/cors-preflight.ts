import type { JsonObject } from '../open-api-document';

const METHODS = 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT';
const HEADERS = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key';

/**
 * The OPTIONS method of a path: API Gateway answers preflight requests itself, naming the caller's
 * origin when it is one of those allowed.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function corsPreflight(origins: readonly string[]): JsonObject {
  if (origins.length === 0) {
    return {};
  }
  return {
    options: {
      responses: {
        '204': {
          description: 'preflight',
          headers: {
            'Access-Control-Allow-Headers': { schema: { type: 'string' } },
            'Access-Control-Allow-Methods': { schema: { type: 'string' } },
            Vary: { schema: { type: 'string' } },
          },
        },
      },
      'x-amazon-apigateway-integration': {
        type: 'mock',
        requestTemplates: { 'application/json': '{"statusCode": 204}' },
        responses: {
          default: {
            statusCode: '204',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Headers': `'${HEADERS}'`,
              'method.response.header.Access-Control-Allow-Methods': `'${METHODS}'`,
              'method.response.header.Vary': "'Origin'",
            },
            responseTemplates: { 'application/json': allowOrigin(origins) },
          },
        },
      },
    },
  };
}

/** A mapping template that echoes the Origin header when it is one of `origins`. */
function allowOrigin(origins: readonly string[]): string {
  const isAllowed = origins.map((origin) => `$origin == '${origin}'`).join(' || ');
  return [
    "#set($origin = $input.params().header.get('Origin'))",
    `#if(${isAllowed})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
  ].join('\n');
}
