import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CommandError } from '../../private/command.mjs';
import { CONFIGURATION_FILE, readJson } from './synthesised-stack.mjs';

/**
 * Reviews the plan of a stack by what is declared beside its app, and by the state it was made of.
 *
 * @param {{ stack: string, estate: string, plans: string, synthesised: string }} options
 *   plans: where plan-stack.mjs left the plan
 * @returns {import('@culvert/report').Report}
 * @throws {CommandError} when there is no plan, or what is declared is wrong
 */
export function reviewStack({ stack, estate, plans, synthesised }) {
  const { review, ReviewError } = built('@culvert/review');
  const plan = join(plans, stack, 'plan.json');
  if (!existsSync(plan)) {
    throw new CommandError(`there is no ${plan}: plan the stack first, see plan-stack.mjs`);
  }
  const state = join(plans, stack, 'prior-state.json');
  const { flows, context, suppressions } = declared(stack, estate);
  try {
    return review({
      documents: [plan],
      configurations: [join(synthesised, 'stacks', stack, CONFIGURATION_FILE)],
      flows: flows === undefined ? [] : [flows],
      ...(context !== undefined && { context }),
      ...(suppressions !== undefined && { suppressions }),
      ...(writePriorState(plan, state) && { baseline: [state] }),
    });
  } catch (error) {
    throw error instanceof ReviewError ? new CommandError(error.message) : error;
  } finally {
    rmSync(state, { force: true });
  }
}

/**
 * The files beside a stack's app: those of the estate, such as `context.example.yaml`, before those of
 * all estates, `context.yaml`.
 *
 * @param {string} stack
 * @param {string} estate
 */
function declared(stack, estate) {
  const [flows, context, suppressions] = ['flows', 'context', 'suppressions'].map((name) =>
    [`${name}.${estate}.yaml`, `${name}.yaml`]
      .map((file) => join('stacks', stack, file))
      .find((file) => existsSync(file)),
  );
  return { flows, context, suppressions };
}

/**
 * Writes the state that a plan was made of, if anything was deployed.
 *
 * @param {string} plan
 * @param {string} state
 */
function writePriorState(plan, state) {
  const { prior_state: prior, resource_changes: changes = [] } = readJson(plan);
  const isDeployed = changes.some(
    (/** @type {{ mode: string, change: { before: unknown } }} */ { mode, change }) =>
      mode === 'managed' && change.before !== null,
  );
  if (isDeployed) writeFileSync(state, JSON.stringify(prior), { mode: 0o600 });
  return isDeployed;
}

/**
 * A package of the workspace, as it was built.
 *
 * @template {'@culvert/report' | '@culvert/review'} Name
 * @param {Name} name
 * @returns {{
 *   '@culvert/report': typeof import('@culvert/report'),
 *   '@culvert/review': typeof import('@culvert/review'),
 * }[Name]}
 */
export function built(name) {
  try {
    return createRequire(import.meta.url)(name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'MODULE_NOT_FOUND') throw error;
    throw new CommandError(`${name} is not built: run npx nx build review`);
  }
}
