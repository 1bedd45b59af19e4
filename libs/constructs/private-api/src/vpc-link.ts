import type { JsonObject } from './open-api-document';

/** A way from API Gateway into a VPC, as an integration of a REST API names it. */
export interface VpcLink {
  /** The fields of `x-amazon-apigateway-integration` that send requests through the link. */
  readonly connection: JsonObject;
}

/** The two kinds of VPC link: V1, which AWS calls legacy, and V2. */
export type VpcLinkVersion = 'v1' | 'v2';
