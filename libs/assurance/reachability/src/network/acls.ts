import type { Subnet } from '@culvert/network-model';
import { decideByNetworkAcl, type Direction } from '@culvert/packet-filter';
import { found, type Model, nameOf } from './model';
import { step, type Step } from './step';
import { trafficOf } from './words';

/** What enters the subnet, or leaves it. */
export function aclStep(model: Model, subnet: Subnet, direction: Direction): Step {
  return model.once(`acl step ${subnet.id} ${direction}`, () => {
    const { networkAcls } = model.network;
    const acl = found(networkAcls, subnet.networkAcl);
    const component = {
      name: nameOf(networkAcls, subnet.networkAcl),
      account: acl?.account ?? subnet.account,
    };
    return step(
      { kind: 'network acl', component, vpc: subnet.vpc },
      model.aclPasses(subnet, direction),
      (packet, effect) => {
        const peer = direction === 'ingress' ? `from ${packet.source}` : `to ${packet.destination}`;
        const what = `${trafficOf(packet)} ${peer} ${direction === 'ingress' ? 'into' : 'out of'} the subnet`;
        const rules = acl ? decideByNetworkAcl(acl.acl, direction, packet).rules : [];
        const verb = { passes: 'allows', blocks: 'denies', unknown: 'may allow' }[effect];
        return {
          detail: `${verb} ${what}`,
          ...(rules.length > 0 ? { rule: rules.join(', ') } : {}),
        };
      },
    );
  });
}
