import { NetworkLoss, type NetworkLossProps } from '@culvert/chaos';
import type { OktaCallerEstate } from '@culvert/estate';
import type { CustomerKey } from '@culvert/identity';
import type { Alarm } from '@culvert/monitoring';
import type { Account } from '@culvert/stack';
import { NAME } from './names';
import type { CallerNetwork } from './network';

/** An experiment: what is lost, from where, and what should happen. */
type Experiment = Pick<NetworkLossProps, 'description' | 'vpc' | 'lost'>;

/** What the experiments need. */
export interface ChaosProps {
  readonly network: CallerNetwork;
  readonly key: CustomerKey;
  /** Any of them stops an experiment. */
  readonly stopAlarms: readonly Alarm[];
}

/**
 * Templates of experiments on the paths that a call takes; nothing happens until somebody starts one.
 * @returns the templates' ids, by name
 */
export function createExperiments(
  account: Account,
  scenario: OktaCallerEstate,
  { key, network, stopAlarms }: ChaosProps,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(experimentsOn(network, scenario)).map(([name, experiment]) => {
      const { templateId } = new NetworkLoss(account, `experiment-${name}`, {
        ...experiment,
        name: `${NAME}-${name}`,
        stopAlarms,
        key,
        logRetentionDays: scenario.logRetentionDays,
      });
      return [name, templateId];
    }),
  );
}

function experimentsOn(
  { firewall, vpc }: CallerNetwork,
  { egress, internalApi }: OktaCallerEstate,
): Readonly<Record<string, Experiment>> {
  return {
    'okta-silent': {
      description:
        'Okta does not answer: calls go on with the token there is, new ones are retried',
      ...(egress.type === 'proxy'
        ? { vpc, lost: { cidrs: egress.cidrs } }
        : {
            vpc: { id: vpc.id, subnetIds: firewall?.firewallSubnetIds ?? [] },
            lost: 'everything' as const,
          }),
    },
    'secrets-half-lost': {
      description:
        'endpoints of other zones hang: the secret that is cached is used, others retried',
      vpc,
      lost: 'other-zones',
    },
    ...(internalApi.type === 'transit-gateway' && {
      'api-lost': {
        description: 'the internal API is out of reach: calls are retried, and none is lost',
        vpc,
        lost: { cidrs: internalApi.cidrs },
      },
    }),
  };
}
