import type { Text } from '@culvert/symbolic';
import type { GateAnswer } from '../gate-answer';
import type { Identity } from '../identity';
import { allPass } from './answers';
import { arnByName } from './arn-by-name';
import type { Acted } from './resource-of';

/** Who does it, and what it is done to, as policies may call them. */
interface Spelling {
  readonly identity: Identity;
  readonly arn: Text;
}

/**
 * By the symbols of their ARNs, as policies do that refer to them; and by ARNs made of their names, as
 * policies do that are written out.
 */
export function spellings(identity: Identity, { arn, arnByName: byName }: Acted): Spelling[] {
  const identities = [identity, ...named(identity)];
  const arns = [arn, ...(byName === undefined ? [] : [byName])];
  return identities.flatMap((each) => arns.map((text) => ({ identity: each, arn: text })));
}

function named(identity: Identity): readonly Identity[] {
  const { caller, resource } = identity;
  const arn = resource && arnByName(resource);
  if (arn === undefined) return [];
  if (caller.type === 'AssumedRole') return [{ ...identity, caller: { ...caller, roleArn: arn } }];
  return caller.type === 'User' ? [{ ...identity, caller: { ...caller, arn } }] : [];
}

/** The first answers that are settled: each spelling is true, so none can be wrong. */
export function firstSettled(
  all: readonly Spelling[],
  ask: (spelling: Spelling) => readonly GateAnswer[],
): readonly GateAnswer[] {
  let first: readonly GateAnswer[] | undefined;
  for (const spelling of all) {
    const answers = ask(spelling);
    if (allPass(answers).value !== 'unknown') return answers;
    first ??= answers;
  }
  return first ?? [];
}
