import { attributeRule } from '../../private/attribute-rule';
import { integrationsOf } from '../../private/rest-apis';

export const restStageClientCertificate = attributeRule({
  id: 'rest-stage-client-certificate',
  severity: 'low',
  title: 'a stage in front of an HTTPS backend shows a client certificate',
  rationale: 'By the certificate the backend knows that API Gateway calls, and nobody around it.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  types: ['aws_api_gateway_stage'],
  applies: (stage, graph) =>
    stage
      .referenced('rest_api_id')
      .some((api) => integrationsOf(graph, api).some(({ uri }) => uri.startsWith('https://'))),
  path: 'client_certificate_id',
  wanted: 'given',
  message: 'calls its HTTPS backend without a client certificate',
  remedy: 'set client_certificate_id, and let the backend ask for it',
});
