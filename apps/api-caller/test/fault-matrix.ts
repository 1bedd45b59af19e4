import type { Fault } from './fault';
import { apiFaults } from './faults/api-faults';
import { oktaFaults } from './faults/okta-faults';
import { secretFaults } from './faults/secret-faults';
import { transportFaults } from './faults/transport-faults';

export const faultMatrix: readonly Fault[] = [
  ...secretFaults,
  ...oktaFaults,
  ...apiFaults,
  ...transportFaults,
];
