import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '../../private/command.mjs';
import { readJson } from './synthesised-stack.mjs';

/**
 * Whether a review passed, by what it attests.
 *
 * @param {{ attestation: string, plan: string }} files
 * @returns {boolean}
 * @throws {CommandError} when the attestation is missing, or is of another plan
 */
export function reviewPassed({ attestation, plan }) {
  if (!existsSync(attestation)) {
    throw new CommandError(`there is no ${attestation}: review the plan, see review-stack.mjs`);
  }
  const { subject = [], predicate } = readJson(attestation);
  const sha256 = createHash('sha256').update(readFileSync(plan)).digest('hex');
  const isOfPlan = subject.some(
    (/** @type {{ digest?: { sha256?: string } }} */ { digest }) => digest?.sha256 === sha256,
  );
  if (!isOfPlan) {
    throw new CommandError(`${attestation} is not of ${plan}: review that plan`);
  }
  return predicate?.result === 'PASSED';
}
