import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotRunError, messageOf } from './errors';
import { run } from './processes';

export interface SynthesiseProps {
  /** The folder with `cdktf.json`. */
  readonly project: string;
  /** Where the app puts its output. */
  readonly output: string;
  /** Reaches the app as `CULVERT_ESTATE`. */
  readonly estate: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

export interface SynthesisedStack {
  readonly name: string;
  /** The folder with the stack's Terraform and its assets. */
  readonly folder: string;
}

/** What a deployed stack is changed to. */
export interface Change {
  readonly estate: string;
  /** The folder with the Terraform of the same stack in that estate. */
  readonly folder: string;
}

/** A stack, and what it is changed to once it is deployed, one after the other. */
export interface ChangingStack extends SynthesisedStack {
  readonly changes: readonly Change[];
}

interface CdktfJson {
  readonly app?: unknown;
  readonly context?: unknown;
}

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

/**
 * Runs the app of a CDKTF project, as `cdktf synth` would.
 *
 * @throws {CannotRunError} with the app's output when it fails
 * @see https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file
 */
export async function synthesise(props: SynthesiseProps): Promise<SynthesisedStack[]> {
  const { project, output, estate, environment, signal } = props;
  const { app, context } = await readJson<CdktfJson>(
    join(project, 'cdktf.json'),
    'run the lab in the folder of a CDKTF project',
  );
  if (typeof app !== 'string') {
    throw new CannotRunError(
      `cdktf.json in ${project}: "app" is ${JSON.stringify(app)}, not a command`,
    );
  }
  const lines: string[] = [];
  const { exitCode } = await run(app, [], {
    cwd: project,
    environment: {
      ...environment,
      CDKTF_OUTDIR: output,
      CDKTF_CONTEXT_JSON: JSON.stringify(context ?? {}),
      CULVERT_ESTATE: estate,
    },
    shell: true,
    signal,
    onLine: (line) => {
      lines.push(line);
      props.onLine(line);
    },
  });
  if (exitCode !== 0) {
    throw new CannotRunError(
      [`the synthesis (${app}) ended with exit code ${exitCode}`, ...lines].join('\n'),
    );
  }
  const { stacks } = await readJson<Manifest>(
    join(output, 'manifest.json'),
    `the app (${app}) must write it to the folder that CDKTF_OUTDIR names`,
  );
  return Object.entries(stacks).map(([name, { synthesizedStackPath }]) => ({
    name,
    folder: dirname(join(output, synthesizedStackPath)),
  }));
}

async function readJson<T>(file: string, advice: string): Promise<T> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new CannotRunError(`${file} cannot be read: ${messageOf(error)}; ${advice}`, {
      cause: error,
    });
  }
}
