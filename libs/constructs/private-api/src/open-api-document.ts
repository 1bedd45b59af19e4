/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * An OpenAPI 3.0 document with API Gateway's extensions: the contract of an API, and what it does.
 * Strings may hold Terraform tokens; anything else that looks like a template, such as
 * `${stageVariables.host}`, stays as it is.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: JsonObject;
}
