import type { NamedPolicy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text } from '@culvert/symbolic';
import type { Reference } from '../requests';
import { unreadPolicy } from './read-policy';
import { withWholeArns } from './short-arns';
import { type Sources, textAt } from './sources';

/** A custom domain name as policies see it. */
export interface CalledDomain {
  readonly arn: Text;
  readonly account: Text;
  readonly policy: NamedPolicy | undefined;
}

/**
 * A domain name that a call comes by; `undefined` for those that no policy guards.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-resource-policy.html
 */
export function domainPolicy(sources: Sources, reference: Reference): CalledDomain | undefined {
  const found = sources.lookup.find(
    reference,
    'aws_api_gateway_domain_name',
    'aws_apigatewayv2_domain_name',
  );
  const name = sources.nameOf(found ?? reference);
  if (found === undefined) {
    return {
      arn: { unknown: `ARN of ${name}` },
      account: { unknown: `account of ${name}` },
      policy: { name, policy: unreadPolicy(`policy of ${name}`) },
    };
  }
  const types = found.value('endpoint_configuration[0].types[0]');
  if (found.type !== 'aws_api_gateway_domain_name' || types !== 'PRIVATE') return undefined;
  const policy = sources.policies.of(found) ?? { name, policy: EMPTY };
  const { partition, region, accountId } = found.placement;
  return {
    arn: SymbolicText.of(
      'arn:',
      partition,
      ':execute-api:',
      region,
      ':',
      accountId,
      ':/domainnames/',
      textAt(found, 'domain_name', name),
      '+',
      textAt(found, 'domain_name_id', name),
    ),
    account: accountId,
    policy: { name: policy.name, policy: withWholeArns(policy.policy, undefined) },
  };
}

/** A private domain name without a policy lets nobody pass. */
const EMPTY = { version: '2012-10-17', statements: [] } as const;
