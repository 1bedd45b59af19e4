import { type Outcome, run } from '../processes';
import { assertEmbedded } from './environment';

export interface TerraformProps {
  /** Path of the executable. */
  readonly executable: string;
  /** The folder with the configuration. */
  readonly folder: string;
  /** The whole environment, see {@link assertEmbedded}. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Is given each line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Terraform's own account of a failure, unabridged. */
export class TerraformError extends Error {
  public override readonly name = 'TerraformError';

  public constructor(command: string, outcome: Outcome) {
    super(
      `terraform ${command} ended with exit code ${outcome.exitCode}\n${outcome.stderr.trim() || outcome.stdout.trim()}`,
    );
  }
}

/** The real Terraform on one stack, talking to that stack's embedded AWS only. */
export class Terraform {
  /** @throws when the environment does not send every AWS call to an embedded AWS */
  public constructor(private readonly props: TerraformProps) {
    assertEmbedded(props.environment);
  }

  /** @throws {TerraformError} when the exit code is not among `accepted` */
  public async run(args: readonly string[], accepted: readonly number[] = [0]): Promise<Outcome> {
    const { executable, folder, environment, signal, onLine } = this.props;
    const outcome = await run(executable, args, { cwd: folder, environment, signal, onLine });
    if (!accepted.includes(outcome.exitCode)) throw new TerraformError(args[0] ?? '', outcome);
    return outcome;
  }

  /** A saved plan; it holds secrets and goes nowhere else. */
  public async show<T>(planFile: string): Promise<T> {
    return this.json<T>(['show', '-json', planFile]);
  }

  /** The state, as {@link show} does a plan. */
  public async showState(): Promise<object> {
    return this.json<object>(['show', '-json']);
  }

  /** The version of the AWS provider that `init` chose, null before it did. */
  public async providerVersion(): Promise<string | null> {
    const { provider_selections } = await this.json<{
      readonly provider_selections: Readonly<Record<string, string>>;
    }>(['version', '-json']);
    return provider_selections['registry.terraform.io/hashicorp/aws'] ?? null;
  }

  /** For machines: its output is nobody's progress. */
  private async json<T>(args: readonly string[]): Promise<T> {
    const { stdout } = await new Terraform({ ...this.props, onLine: undefined }).run(args);
    return JSON.parse(stdout) as T;
  }
}
