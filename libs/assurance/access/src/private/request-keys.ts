import { type Caller, type ContextValue, isAccountCaller } from '@culvert/policy-evaluation';
import type { Text } from '@culvert/symbolic';
import type { Identity } from '../identity';
import type { Acted } from './resource-of';

/** Context keys of a request, by name. */
export type Keys = Readonly<Record<string, ContextValue>>;

/** Where a request comes from, as policies see it. */
export interface Way {
  /** The endpoint that it comes through, if it does. */
  readonly endpoint?: { readonly id: Text; readonly vpc: Text };
  readonly address: ContextValue;
}

/**
 * What a request through an endpoint has, and one over the internet.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce
 */
export function networkKeys(way: Way | 'open'): Keys {
  if (way === 'open') return {};
  const { endpoint, address } = way;
  return endpoint === undefined
    ? {
        'aws:SourceIp': address,
        'aws:SourceVpce': undefined,
        'aws:SourceVpc': undefined,
        'aws:VpcSourceIp': undefined,
      }
    : {
        'aws:SourceIp': undefined,
        'aws:SourceVpce': endpoint.id,
        'aws:SourceVpc': endpoint.vpc,
        'aws:VpcSourceIp': address,
      };
}

/** What a request has that somebody makes on their own behalf. */
export function callKeys(caller: Caller): Keys {
  return {
    'aws:SecureTransport': 'true',
    ...(isAccountCaller(caller) && {
      'aws:ViaAWSService': 'false',
      'aws:CalledVia': undefined,
      'aws:CalledViaFirst': undefined,
      'aws:CalledViaLast': undefined,
      'aws:SourceAccount': undefined,
      'aws:SourceArn': undefined,
      'kms:CallerAccount': caller.account,
    }),
  };
}

/** What the caller's tags and organisation give; sessions may have tags besides. */
export function principalKeys({ caller, tags }: Identity, organization: ContextValue): Keys {
  return {
    ...Object.fromEntries(
      Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
    ),
    ...(isAccountCaller(caller) && { 'aws:PrincipalOrgID': organization }),
  };
}

/** What the resource's tags and organisation give. */
export function resourceKeys(
  { resource, tags, hasAllTags, region }: Acted,
  action: string,
  organization: ContextValue,
): Keys {
  const [service = ''] = action.split(':');
  // Whether a bucket's tags count is a setting of its own.
  const keys =
    resource?.type === 'aws_s3_bucket' ? [] : ['aws:ResourceTag', `${service}:ResourceTag`];
  return {
    ...Object.fromEntries(
      keys.flatMap((key) => [
        ...(hasAllTags ? [[`${key}/*`, undefined] as const] : []),
        ...Object.entries(tags).map(([tag, value]) => [`${key}/${tag}`, value] as const),
      ]),
    ),
    'aws:RequestedRegion': region,
    'aws:ResourceOrgID': organization,
  };
}
