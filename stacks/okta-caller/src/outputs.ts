import type { OktaCallerEstate } from '@culvert/estate';
import { TerraformOutput, type TerraformStack } from 'cdktf';
import type { Endpoints } from './endpoints';
import type { CallerNetwork } from './network';
import { issuerOf } from './okta';
import type { Rotator } from './rotator';
import type { CallerWorkflow } from './workflow';

type OutputValue = string | readonly string[] | Readonly<Record<string, unknown>>;

/** What callers, Okta's administrators, the hub's owner and whoever is on call need to know. */
export function exportOutputs(
  stack: TerraformStack,
  { egress, okta }: OktaCallerEstate,
  created: {
    readonly network: CallerNetwork;
    readonly endpoints: Endpoints;
    readonly workflows: readonly CallerWorkflow[];
    readonly rotator: Rotator;
    readonly alarmTopicArn: string;
    readonly experiments: Readonly<Record<string, string>>;
  },
): void {
  const { endpoints, network, rotator, workflows } = created;
  const output = (id: string, description: string, value: OutputValue) =>
    new TerraformOutput(stack, id, { description, value });

  output(
    'callers',
    'by name: what to start, where the credential belongs, and who it is at Okta',
    Object.fromEntries(workflows.map((workflow) => [workflow.caller.name, callerOf(workflow)])),
  );
  output(
    'okta',
    "the authorization server, the proxy on the way, and the rotator's service app with its signing key",
    {
      domain: okta.domain,
      issuer: issuerOf(okta),
      managementClientId: okta.management.clientId,
      managementKeyArn: rotator.managementKey.arn,
      ...(egress.type === 'proxy' && { proxyUrl: egress.url }),
    },
  );
  output('rotator_function_name', 'what rotates the credentials', rotator.fn.name);
  output('alarm_topic_arn', 'what whoever is on call subscribes to', created.alarmTopicArn);
  output('experiments', 'by name: the template to start it with', created.experiments);
  if (network.firewall !== undefined) {
    output('public_addresses', 'where Okta sees calls from', network.firewall.publicAddresses);
  }
  if (network.attachment !== undefined) {
    output(
      'transit_gateway_attachment_id',
      "what the gateway's owner accepts and routes back to",
      network.attachment.attachmentId,
    );
  }
  if (endpoints.executeApi !== undefined) {
    output(
      'execute_api_endpoint_id',
      "what the private API's policy must allow",
      endpoints.executeApi.id,
    );
  }
}

function callerOf({ batch, bucket, caller, single }: CallerWorkflow) {
  const { client, fn, secret, signingKey } = caller;
  const { grant, clientId, appId, scopes, apiBaseUrl } = client;
  return {
    grant,
    clientId,
    appId,
    scopes,
    apiBaseUrl,
    functionName: fn.name,
    secretArn: secret.arn,
    stateMachineArn: single.arn,
    batchStateMachineArn: batch.arn,
    batchBucket: bucket.name,
    ...(signingKey !== undefined && { signingKeyArn: signingKey.arn }),
    ...(client.grant !== 'private_key_jwt' && {
      clientAuthentication: client.clientAuthentication,
    }),
    ...(client.grant === 'password' && { accounts: client.accounts }),
  };
}
