import type { Statement } from '@culvert/policy-evaluation';
import { API_POLICIES } from '../../private/policy-attributes';
import { isPrivateApi } from '../../private/rest-apis';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers, PLACE } from '../../private/statements';

export const privateApiAnySource = statementRule({
  id: 'private-api-any-source',
  severity: 'high',
  title: "a private API's policy names the endpoints or VPCs that may call",
  rationale: 'Without that, every endpoint for execute-api in any VPC of any account may call it.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html#apigateway-resource-policies-source-vpc-example',
  attributes: API_POLICIES,
  applies: (resource) =>
    isPrivateApi(resource) || resource.referenced('rest_api_id').some((api) => isPrivateApi(api)),
  isBad: (statement, { statements }) =>
    isForEveryone(statement) && !namesCallers(statement) && !statements.some(refusesOtherPlaces),
  message: 'lets every endpoint of every VPC call',
  remedy: 'add a Deny with StringNotEquals on aws:SourceVpce',
});

/** Denies everyone who is not at a place that is named. */
function refusesOtherPlaces({ effect, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.length === 1 &&
    conditions.every(
      ({ key, operator }) => PLACE.test(key.toLowerCase()) && operator.name.includes('Not'),
    )
  );
}
