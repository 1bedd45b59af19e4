import type { ExecuteApiEndpoint, PrivateApi } from '@culvert/private-api';
import { TerraformOutput, type TerraformStack } from 'cdktf';

/** What a caller needs to know, by the account it calls from. */
export function exportForCallers(
  stack: TerraformStack,
  api: PrivateApi,
  callers: { readonly api: ExecuteApiEndpoint; readonly consumer: ExecuteApiEndpoint },
): void {
  const output = (id: string, description: string, value: string | Record<string, string>) =>
    new TerraformOutput(stack, id, { value, description });

  output('invoke_url', "the stage's URL, in VPCs with private DNS", api.stage.invokeUrl);
  output(
    'endpoint_url',
    "the stage's URL by the alias of the endpoint in the API's account, from anywhere that reaches it",
    api.endpointUrl(callers.api.endpoint),
  );
  output('api_id', 'what x-apigw-api-id or Host names when calling by an endpoint name', api.id);
  output('endpoint_ids', 'the execute-api endpoints that the API allows, by account', {
    api: callers.api.endpoint.id,
    consumer: callers.consumer.endpoint.id,
  });
  output('endpoint_names', "the endpoints' own DNS names, by account", {
    api: callers.api.endpoint.dnsName,
    consumer: callers.consumer.endpoint.dnsName,
  });
  output('caller_security_group_ids', 'the group that callers wear, by account', {
    api: callers.api.callers.id,
    consumer: callers.consumer.callers.id,
  });
}
