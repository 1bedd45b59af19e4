import { attributeRule } from '../../private/attribute-rule';
import {
  isApplication,
  isNetwork,
  listenersOf,
  LOAD_BALANCERS,
} from '../../private/load-balancers';

export const lbAccessLogs = attributeRule({
  id: 'lb-access-logs',
  severity: 'medium',
  title: 'a load balancer that ends HTTP or TLS logs who called',
  rationale: 'Without the log nobody can tell afterwards who called what.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  types: LOAD_BALANCERS,
  // A Network Load Balancer logs what its TLS listeners take, nothing else.
  applies: (balancer, graph) =>
    isApplication(balancer) ||
    (isNetwork(balancer) &&
      listenersOf(graph, balancer).some((listener) => listener.value('protocol') === 'TLS')),
  path: 'access_logs[0].enabled',
  byDefault: false,
  wanted: true,
  message: 'has no access logs',
  remedy: 'add access_logs with enabled = true and a bucket',
});
