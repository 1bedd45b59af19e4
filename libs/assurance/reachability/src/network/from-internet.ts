import type { InternetGateway } from '@culvert/network-model';
import { isUnknown } from '@culvert/symbolic';
import { aclStep } from './acls';
import { publicStep } from './internet';
import type { Journey } from './journey';
import { type Model, nameOf } from './model';
import type { SubnetPlace } from './place';
import type { Decider } from './step';
import { arrivals } from './vpc-route';
import { after, anywhere, lost, NAMED, UNNAMED, type Way } from './way';

/** In from the internet, to what it can address. */
export function fromInternet(journey: Journey): readonly Way[] {
  const { model, goal } = journey;
  if (goal.kind !== 'subnet') {
    const nobody = { name: 'the internet', account: '' };
    return lost({ kind: 'outside', component: nobody }, { detail: 'no network of ours between' });
  }
  const { vpc } = goal.subnet;
  const attached = gatewaysOf(model, vpc).filter(({ egressOnly }) => !egressOnly);
  if (attached.length === 0) {
    const name = nameOf(model.network.vpcs, vpc);
    const decider: Decider = {
      kind: 'internet gateway',
      component: { name, account: goal.subnet.account },
      vpc,
    };
    const known = model.network.vpcs.get(vpc);
    if (known === undefined || known.isForeign === true) {
      return anywhere(decider, 'may be there', `internet gateway of ${name}`);
    }
    return lost(decider, { detail: 'has no internet gateway' });
  }
  return attached.flatMap((gateway) => {
    const decider: Decider = { kind: 'internet gateway', component: gateway, vpc };
    const steps = [publicStep(decider, goal.isPublic)];
    if (isUnknown(gateway.routeTable)) {
      return after(steps, anywhere(decider, 'where it leads', gateway.routeTable.unknown));
    }
    return after(
      steps,
      arrivals(journey, vpc, { ...gateway, routeTable: gateway.routeTable }),
      UNNAMED,
    );
  });
}

/** The replies that a gateway for egress only lets in. */
export function repliesThrough(model: Model, { subnet }: SubnetPlace): Way {
  return {
    steps: [aclStep(model, subnet, 'ingress')],
    end: { kind: 'arrived' },
    naming: NAMED,
  };
}

function gatewaysOf(model: Model, vpc: string): readonly InternetGateway[] {
  return model.once(`internet gateways of ${vpc}`, () =>
    [...model.network.internetGateways.values()].filter((gateway) => gateway.vpc === vpc),
  );
}
