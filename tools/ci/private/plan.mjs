import { isDeepStrictEqual } from 'node:util';

/**
 * The parts of `terraform show -json` that the tools read.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 * @typedef {{ actions: string[] }} Change
 * @typedef {{ address: string, deposed?: string, change: Change }} ResourceChange
 * @typedef {{ resource_changes?: ResourceChange[], output_changes?: Record<string, Change> }} Plan
 */

/**
 * What applying a plan would do to resources; reading and leaving alone are not among it.
 *
 * @param {Plan} plan
 */
export function resourceChanges({ resource_changes = [] }) {
  return resource_changes.filter(({ change }) => acts(change));
}

/**
 * What applying a plan would do, by address.
 *
 * @param {Plan} plan
 * @returns {Map<string, Change>}
 */
export function changes(plan) {
  const outputs = Object.entries(plan.output_changes ?? {}).filter(([, change]) => acts(change));
  return new Map([
    ...resourceChanges(plan).map(
      ({ address, deposed, change }) =>
        /** @type {const} */ ([
          deposed === undefined ? address : `${address} (deposed ${deposed})`,
          change,
        ]),
    ),
    ...outputs.map(([name, change]) => /** @type {const} */ ([`output.${name}`, change])),
  ]);
}

/**
 * The addresses to which two plans would not do the same.
 *
 * @param {Plan} reviewed
 * @param {Plan} current
 */
export function differences(reviewed, current) {
  const before = changes(reviewed);
  const after = changes(current);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (address) => !isDeepStrictEqual(before.get(address), after.get(address)),
  );
}

/** @param {Change} change */
function acts({ actions }) {
  return !actions.every((action) => action === 'no-op' || action === 'read');
}
