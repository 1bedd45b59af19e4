import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import {
  AlarmTopic,
  ApiErrorAlarm,
  ApiLatencyAlarm,
  DirectConnectAlarm,
  TransitGatewayDropAlarm,
  UnhealthyTargetsAlarm,
  VpnTunnelAlarm,
} from '@culvert/monitoring';
import type { PrivateApi } from '@culvert/private-api';
import type { Account } from '@culvert/stack';
import type { Hub } from './hub';
import type { OnPremLoadBalancer } from './load-balancer';
import type { OnPrem } from './on-prem';

/** The topics that whoever is on call subscribes to. */
export interface AlarmTopics {
  readonly network: AlarmTopic;
  readonly api: AlarmTopic;
}

/** Watches the connection in the network account, and the API and its targets in the API's. */
export function watch(
  accounts: { readonly network: Account; readonly api: Account },
  { onPrem: { service } }: TransitGatewayOnpremEstate,
  watched: {
    readonly hub: Hub;
    readonly onPrem: OnPrem;
    readonly balanced: OnPremLoadBalancer;
    readonly api: PrivateApi;
  },
): AlarmTopics {
  const { name } = service;
  const network = new AlarmTopic(accounts.network, 'alarms', { name: `${name}-alarms` });
  const api = new AlarmTopic(accounts.api, 'alarms', { name: `${name}-alarms` });
  watchConnection(accounts.network, name, network, watched);

  const { loadBalancer, targetGroup } = watched.balanced;
  new UnhealthyTargetsAlarm(accounts.api, 'unhealthy-targets', {
    name,
    topic: api,
    loadBalancer,
    targetGroup,
  });
  new ApiErrorAlarm(accounts.api, 'api-errors', { name, topic: api, api: watched.api });
  new ApiLatencyAlarm(accounts.api, 'api-latency', { name, topic: api, api: watched.api });
  return { network, api };
}

function watchConnection(
  account: Account,
  name: string,
  topic: AlarmTopic,
  { hub, onPrem }: { readonly hub: Hub; readonly onPrem: OnPrem },
): void {
  const transitGatewayId = hub.transitGateway.id;
  const { attachment, type } = onPrem;
  for (const [side, { attachmentId }] of [
    ['api', hub.api],
    ['on-prem', attachment],
  ] as const) {
    new TransitGatewayDropAlarm(account, `drops-${side}`, {
      name: `${name}-${side}`,
      topic,
      transitGatewayId,
      attachmentId,
    });
  }
  if (type === 'vpn') {
    new VpnTunnelAlarm(account, 'vpn-tunnels', { name, topic, vpnConnectionId: attachment.id });
  }
  if (type === 'direct-connect') {
    const { attachmentId } = attachment;
    new DirectConnectAlarm(account, 'direct-connect-silent', {
      name,
      topic,
      transitGatewayId,
      attachmentId,
    });
  }
}
