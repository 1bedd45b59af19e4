import type { NamedPolicy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text, TRUE, FALSE, type Truth, unknownFor } from '@culvert/symbolic';
import { isText, type Resource, type Value } from '@culvert/terraform-graph';
import type { ApiCall, CalledMethod, Reference } from '../requests';
import { unreadPolicy } from './read-policy';
import { withWholeArns } from './short-arns';
import { type Sources, textAt } from './sources';

/** An API as policies see it. */
export interface CalledApi {
  readonly name: string;
  readonly isPrivate: Truth;
  readonly executionArn: Text;
  readonly account: Text;
  readonly region: Text;
  readonly policy?: NamedPolicy;
}

export function calledApi(sources: Sources, reference: Reference): CalledApi {
  const api = sources.lookup.find(reference, 'aws_api_gateway_rest_api', 'aws_apigatewayv2_api');
  const name = sources.nameOf(api ?? reference);
  if (api === undefined) {
    const unknown = (what: string) => ({ unknown: `${what} of ${name}` });
    return {
      name,
      isPrivate: unknownFor(`endpoint type of ${name}`),
      executionArn: unknown('execution ARN'),
      account: unknown('account'),
      region: unknown('region'),
      policy: { name, policy: unreadPolicy(`policy of ${name}`) },
    };
  }
  const executionArn = executionArnOf(api, name);
  const policy = sources.policies.of(api);
  return {
    name,
    isPrivate: isPrivate(api, name),
    executionArn,
    account: api.placement.accountId,
    region: api.placement.region,
    ...(policy && {
      policy: { name: policy.name, policy: withWholeArns(policy.policy, executionArn) },
    }),
  };
}

/** The ARN of the method that is called. */
export function invokedArn(
  { executionArn, name }: Pick<CalledApi, 'executionArn' | 'name'>,
  {
    stage,
    method,
    request,
  }: Pick<ApiCall, 'stage' | 'request'> & { method: Pick<CalledMethod, 'method' | 'path'> },
): Text {
  const verb =
    request?.method ??
    (method.method === 'ANY'
      ? { unknown: `the method of the call of ${name}`, shape: /^[A-Z]+$/ }
      : method.method);
  return SymbolicText.of(
    executionArn,
    '/',
    stage,
    '/',
    verb,
    ...pathOf(method.path, request?.path, name),
  );
}

/** The path as it is called; what the method leaves open are symbols. */
function pathOf(template: string, asked: string | undefined, name: string): readonly Text[] {
  if (asked !== undefined) return [`/${asked.replace(/^\//, '').replace(/\?.*$/s, '')}`];
  if (!template.startsWith('/')) return ['/', { unknown: `the path of the call of ${name}` }];
  return template
    .split(/(\{[^}]*\})/u)
    .map((part) =>
      part.startsWith('{')
        ? part.endsWith('+}')
          ? { unknown: `${part} of the call of ${name}` }
          : { unknown: `${part} of the call of ${name}`, shape: /^[^/]+$/ }
        : part,
    );
}

/**
 * The ARN that policies know the API by.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export function executionArnOf(api: Resource, name: string): Text {
  const own = api.value('execution_arn');
  if (isText(own) && own !== '') return own;
  const { partition, region, accountId } = api.placement;
  return SymbolicText.of(
    'arn:',
    partition,
    ':execute-api:',
    region,
    ':',
    accountId,
    ':',
    textAt(api, 'id', name),
  );
}

function isPrivate(api: Resource, name: string): Truth {
  if (api.type !== 'aws_api_gateway_rest_api') return FALSE;
  const configuration = api.value('endpoint_configuration');
  const types = api.value('endpoint_configuration[0].types');
  const isGiven = !Array.isArray(configuration) || configuration.length > 0;
  if (!isGiven || (types === undefined && configuration === undefined)) return FALSE;
  if (!Array.isArray(types)) {
    return api.isConfigured('endpoint_configuration') === false
      ? FALSE
      : unknownFor(`${name}.endpoint_configuration`);
  }
  const texts = (types as readonly Value[]).map((type) => (isText(type) ? type : ''));
  if (texts.includes('PRIVATE')) return TRUE;
  return texts.every((type) => typeof type === 'string')
    ? FALSE
    : unknownFor(`${name}.endpoint_configuration[0].types`);
}
