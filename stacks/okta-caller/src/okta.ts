import type { OktaEstate } from '@culvert/estate';
import { Fn } from 'cdktf';

/** The custom authorization server that tokens come from. */
export function issuerOf({ domain, authorizationServerId }: OktaEstate): string {
  return `https://${domain}/oauth2/${authorizationServerId}`;
}

/** What a signing key is called at Okta: its id in KMS, the last part of its ARN. */
export function kidOf(keyArn: string): string {
  return Fn.element(Fn.split('/', keyArn), 1);
}
