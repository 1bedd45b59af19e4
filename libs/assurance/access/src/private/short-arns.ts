import type { Policy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text } from '@culvert/symbolic';

const SHORT = 'execute-api:/';

/**
 * The policy of an API, in which `execute-api:/stage/GET/path` is short for the API's own ARN.
 *
 * @param executionArn none for a domain name's policy, in which the short form is all there is
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function withWholeArns(policy: Policy, executionArn: Text | undefined): Policy {
  const whole = (value: Text): Text => {
    const [first, ...rest] = SymbolicText.of(value).parts;
    if (typeof first !== 'string' || !first.startsWith(SHORT)) return value;
    return executionArn === undefined
      ? '*'
      : SymbolicText.of(executionArn, first.slice(SHORT.length - 1), ...rest);
  };
  return {
    ...policy,
    statements: policy.statements.map((statement) =>
      statement.resources === undefined
        ? statement
        : {
            ...statement,
            resources: {
              ...statement.resources,
              values: statement.resources.values.map(whole),
            },
          },
    ),
  };
}
