import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import type { ExecuteApiEndpoint, PrivateApi } from '@culvert/private-api';
import { TerraformOutput, type TerraformStack } from 'cdktf';
import type { HybridDns } from './dns';
import type { AlarmTopics } from './monitoring';
import type { OnPrem } from './on-prem';

type OutputValue = string | readonly string[] | Readonly<Record<string, unknown>>;

/** What callers, the on-prem network team and whoever is on call need to know. */
export function exportOutputs(
  stack: TerraformStack,
  { api: { network } }: TransitGatewayOnpremEstate,
  created: {
    readonly api: PrivateApi;
    readonly own: ExecuteApiEndpoint;
    readonly consumer: ExecuteApiEndpoint;
    readonly dns: HybridDns;
    readonly onPrem: OnPrem;
    readonly topics: AlarmTopics;
  },
): void {
  const { api, own, consumer, dns, onPrem, topics } = created;
  const output = (id: string, description: string, value: OutputValue) =>
    new TerraformOutput(stack, id, { description, value });

  output(
    'invoke_url',
    "the stage's URL, where its name resolves to an endpoint",
    api.stage.invokeUrl,
  );
  output(
    'endpoint_url',
    "the stage's URL by the alias of the endpoint in the API's account",
    api.endpointUrl(own.endpoint),
  );
  output('api_id', 'what Host or x-apigw-api-id names when calling by an endpoint name', api.id);
  output('caller_security_group_ids', 'the group that callers wear, by account', {
    api: own.callers.id,
    consumer: consumer.callers.id,
  });
  output('alarm_topic_arns', 'what whoever is on call subscribes to, by account', {
    network: topics.network.arn,
    api: topics.api.arn,
  });
  output('on_prem_routes', 'ranges that on-prem sends towards AWS', [network.cidr]);
  output('on_prem_firewall', 'who calls on-prem, and whom on-prem calls', {
    callers: network.subnets.map(({ cidr }) => cidr),
    api: own.endpoint.addresses,
    dns: dns.inbound.addresses,
    dns_askers: dns.outbound?.addresses ?? [],
  });
  output(
    'on_prem_endpoint_name',
    'calls the API with Host or x-apigw-api-id',
    own.endpoint.dnsName,
  );
  if (onPrem.type === 'vpn') {
    output('vpn', 'the tunnels as on-prem configures them; their keys are in the secret', {
      preshared_key_secret: onPrem.attachment.presharedKeyArn,
      tunnels: onPrem.attachment.tunnels,
    });
  }
  if (onPrem.type === 'direct-connect') {
    output(
      'direct_connect_gateway_id',
      'what the transit virtual interface is attached to',
      onPrem.attachment.gatewayId,
    );
  }
}
