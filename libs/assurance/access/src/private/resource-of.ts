import { SymbolicText, type Text } from '@culvert/symbolic';
import { isText, Resource, type Value } from '@culvert/terraform-graph';
import type { Reference } from '../requests';
import { arnByName } from './arn-by-name';
import type { Sources } from './sources';

/** What is acted on. */
export interface Acted {
  readonly name: string;
  readonly arn: Text;
  /** The same, made of the resource's name, where a plan does not know it yet. */
  readonly arnByName?: Text;
  readonly account: Text;
  readonly region: Text;
  readonly tags: Readonly<Record<string, Text>>;
  /** Whether it has no other tags. */
  readonly hasAllTags: boolean;
  /** In the documents; none of what only its ARN is known of. */
  readonly resource?: Resource;
}

/** What stands for another: aliases of keys and functions. */
const ALIASES: Readonly<Record<string, string>> = {
  aws_kms_alias: 'target_key_id',
  aws_lambda_alias: 'function_name',
};

/** The resource that a request is about. */
export function acted(sources: Sources, reference: Reference, action: string): Acted {
  const direct = sources.lookup.find(reference) ?? containing(sources, reference);
  const alias = direct === undefined ? undefined : ALIASES[direct.type];
  const resource = (alias === undefined ? undefined : direct?.referenced(alias)[0]) ?? direct;
  const name = sources.nameOf(resource ?? reference);
  const given = reference instanceof Resource ? undefined : reference;
  if (resource === undefined) return foreign(name, given ?? name);
  const value = resource.value(
    resource.type === 'aws_api_gateway_rest_api' ? 'execution_arn' : 'arn',
  );
  const own = isText(value) ? value : { unknown: `${name}.arn` };
  const isPart = direct === resource && given !== undefined && isLonger(given, own);
  const byName = arnByName(resource);
  return {
    name,
    arn: isPart ? given : within(own, resource.type, action, name),
    ...(byName && { arnByName: within(byName, resource.type, action, name) }),
    account: resource.placement.accountId,
    region: resource.placement.region,
    ...tagsOf(resource.value('tags_all') ?? resource.value('tags')),
    resource,
  };
}

function foreign(name: string, arn: Text): Acted {
  const [, , , region = '', account = ''] = String(SymbolicText.of(arn)).split(':');
  return {
    name,
    arn,
    account: /^\d{12}$/.test(account) ? account : { unknown: `account of ${name}` },
    region: region === '' || region.includes('$') ? { unknown: `region of ${name}` } : region,
    tags: {},
    hasAllTags: false,
  };
}

/** The bucket of an object, by the object's ARN. */
function containing(sources: Sources, reference: Reference): Resource | undefined {
  if (typeof reference !== 'string') return undefined;
  const bucket = /^(?<arn>arn:[^:]+:s3:::[^/]+)\//.exec(reference)?.groups?.['arn'];
  return bucket === undefined ? undefined : sources.lookup.find(bucket, 'aws_s3_bucket');
}

function isLonger(given: Text, own: Text): boolean {
  return SymbolicText.of(given).matches(SymbolicText.of(own, '/*')).value === true;
}

/** The ARN that actions on what is in the resource are checked for. */
function within(arn: Text, type: string, action: string, name: string): Text {
  if (
    type === 'aws_s3_bucket' &&
    /^s3:.*(?:Object|Multipart)/.test(action) &&
    !/Bucket/.test(action)
  ) {
    return SymbolicText.of(arn, '/', { unknown: `the key of an object in ${name}` });
  }
  if (type === 'aws_cloudwatch_log_group' && /Stream|LogEvents/.test(action)) {
    return SymbolicText.of(arn, ':log-stream:', {
      unknown: `the name of a log stream in ${name}`,
      shape: /^[^:*]+$/,
    });
  }
  return arn;
}

function tagsOf(value: Value | undefined): Pick<Acted, 'tags' | 'hasAllTags'> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap || isText(value)) return { tags: {}, hasAllTags: false };
  const tags = Object.entries(value).filter((tag): tag is [string, string] => isText(tag[1]));
  return {
    tags: Object.fromEntries(tags),
    hasAllTags: tags.length === Object.keys(value).length,
  };
}
