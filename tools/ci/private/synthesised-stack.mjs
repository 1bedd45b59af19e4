import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { CommandError } from '../../private/command.mjs';

export const CONFIGURATION_FILE = 'cdk.tf.json';

/**
 * The parts of a synthesised stack that the tools read.
 *
 * @typedef {{ role_arn: string }} AssumeRole
 * @typedef {{
 *   provider?: { aws?: { assume_role?: AssumeRole[] }[] },
 *   terraform?: { backend?: { local?: { path?: string }, s3?: { assume_role?: AssumeRole } } },
 * }} Configuration
 */

/**
 * Copies a synthesised stack to a folder to work in, emptied first.
 *
 * @param {{ stack: string, synthesised: string, directory: string }} options
 * @returns {Configuration}
 * @throws {CommandError} when there is no such stack, or its state would be lost with the folder
 */
export function copyStack({ stack, synthesised, directory }) {
  const source = join(synthesised, 'stacks', stack);
  if (!existsSync(join(source, CONFIGURATION_FILE))) {
    throw new CommandError(
      `there is no stack "${stack}" in ${synthesised}: ${stacksIn(synthesised)}`,
    );
  }
  const configuration = readJson(join(source, CONFIGURATION_FILE));
  const state = configuration.terraform?.backend?.local?.path;
  if (state !== undefined && !isAbsolute(state)) {
    throw new CommandError(
      `stack "${stack}" keeps its state in the local file "${state}", which no later run would find: ` +
        'synthesise it with an estate whose state is in S3',
    );
  }
  rmSync(directory, { recursive: true, force: true });
  cpSync(source, directory, { recursive: true, filter: (file) => basename(file) !== '.terraform' });
  return configuration;
}

/** @param {string} synthesised */
function stacksIn(synthesised) {
  const stacks = join(synthesised, 'stacks');
  return existsSync(stacks) ? `it has ${readdirSync(stacks).join(', ')}` : 'run cdktf synth first';
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
