import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@culvert/report';
import { review } from '@culvert/review';
import { parse } from 'yaml';
import { workspaceRoot } from '../../test/run-script';
import type { PlannedStack } from './planned-stack';

const NETWORKS = join(workspaceRoot, 'libs/assurance/review/test/hcl');

/** The scenarios that are no stacks here: networks that somebody wrote by hand. */
const BY_HAND = ['mutual-tls', 'signed-api', 'containers'];

/** Reviews the stacks and the networks written by hand together. */
export function reviewAll(stacks: readonly PlannedStack[], folder: string): Report {
  const byHand = (file: string) => BY_HAND.map((name) => join(NETWORKS, name, file));
  return review({
    documents: [...stacks.map(({ plan }) => plan), ...byHand('plan.json')],
    configurations: stacks.map(({ configuration }) => configuration),
    flows: [...stacks.map(({ declared }) => declared.flows), ...byHand('flows.yaml')],
    context: contextOf(stacks, join(folder, 'context.yaml')),
  });
}

/** One context of all: JSON is YAML. */
function contextOf(stacks: readonly PlannedStack[], file: string): string {
  const facts: Record<string, unknown> = {};
  for (const { declared } of stacks) {
    if (declared.context === undefined) continue;
    const own = parse(readFileSync(declared.context, 'utf8')) as Record<string, unknown>;
    for (const [name, value] of Object.entries(own)) {
      const before = facts[name];
      facts[name] = Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
    }
  }
  writeFileSync(file, JSON.stringify(facts));
  return file;
}
