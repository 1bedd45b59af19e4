/** An attachment of a Transit Gateway; its metrics are in the gateway's account and Region. */
export interface WatchedAttachment {
  readonly transitGatewayId: string;
  readonly attachmentId: string;
}
