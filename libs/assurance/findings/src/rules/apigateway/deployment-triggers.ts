import { attributeRule } from '../../private/attribute-rule';

export const deploymentTriggers = attributeRule({
  id: 'deployment-triggers',
  severity: 'medium',
  title: 'a deployment is made again when its API changes',
  rationale:
    'Without triggers, a deployment is made once, and later changes of the API never take effect.',
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  types: ['aws_api_gateway_deployment'],
  path: 'triggers',
  wanted: 'given',
  message: 'is not made again when the API changes',
  remedy: 'set triggers to a hash of the body, the policy and the integrations',
});
