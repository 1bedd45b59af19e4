import type { OktaCallerEstate } from '@culvert/estate';
import type { CustomerKey } from '@culvert/identity';
import { AlarmTopic } from '@culvert/monitoring';
import type { Account } from '@culvert/stack';
import { NAME } from './names';
import type { Rotator } from './rotator';
import type { CallerWorkflow } from './workflow';

/** What is watched. */
export interface Watched {
  readonly key: CustomerKey;
  readonly workflows: readonly CallerWorkflow[];
  readonly rotator: Rotator;
}

/** Watches every caller and the rotation. */
export function watch(account: Account, _scenario: OktaCallerEstate, _watched: Watched) {
  const topic = new AlarmTopic(account, 'alarms', { name: `${NAME}-alarms` });
  return { topic };
}
