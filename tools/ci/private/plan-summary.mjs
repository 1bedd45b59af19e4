import { resourceChanges } from './plan.mjs';

/** GitHub cuts a job's summary off at 1 MiB. */
const MOST_ROWS = 1000;

/** What an action is called, the riskiest first. */
const ACTIONS = ['destroy', 'replace', 'forget', 'change', 'create'];

/**
 * A plan in Markdown: the counts as Terraform gives them, then a row for each resource.
 *
 * @param {string} stack
 * @param {import('./plan.mjs').Plan} plan
 */
export function planSummary(stack, plan) {
  const rows = resourceChanges(plan)
    .map(({ address, change }) => ({ action: nameOf(change.actions), address }))
    .sort((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action));
  /** @param {string[]} actions */
  const count = (...actions) => rows.filter(({ action }) => actions.includes(action)).length;

  const lines = [
    `## ${escapeMarkdown(stack)}`,
    '',
    `**${count('create', 'replace')} to add, ${count('change')} to change, ${count('destroy', 'replace')} to destroy**`,
  ];
  if (rows.length > 0) lines.push('', '| action | resource |', '| --- | --- |');
  for (const { action, address } of rows.slice(0, MOST_ROWS)) {
    lines.push(`| ${action} | ${escapeMarkdown(address)} |`);
  }
  if (rows.length > MOST_ROWS) lines.push('', `${rows.length - MOST_ROWS} more are in plan.json`);
  return `${lines.join('\n')}\n`;
}

/** @param {string[]} actions */
function nameOf(actions) {
  if (actions.includes('create')) return actions.length === 1 ? 'create' : 'replace';
  if (actions.includes('delete')) return 'destroy';
  return actions.includes('update') ? 'change' : 'forget';
}

/**
 * An entity is never read as Markdown or HTML.
 *
 * @param {string} text
 */
function escapeMarkdown(text) {
  return text.replace(/[^A-Za-z0-9 -]/gu, (character) => `&#${character.codePointAt(0)};`);
}
