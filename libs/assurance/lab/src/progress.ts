import { createColors } from 'picocolors';
import type { StepReport } from './report';

/** Is told what happens as it happens. */
export interface Progress {
  note(text: string): void;
  /** A line of a program's own output. */
  output(stack: string, line: string): void;
  started(stack: string, step: string): void;
  ended(stack: string, step: StepReport): void;
}

/** A stream that may be a terminal. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** Whether colours are wanted there. @see https://no-color.org */
export function colours(stream: Output): ReturnType<typeof createColors> {
  return createColors(stream.isTTY === true && !process.env['NO_COLOR']);
}

const CLEAR_LINE = '\r\u001b[K';

/** One line for each step as it ends; on a terminal also a last line that shows what is running. */
export class ProgressLines implements Progress {
  private readonly running = new Map<string, { readonly step: string; readonly since: number }>();
  private readonly paint: ReturnType<typeof createColors>;
  private readonly ticker: NodeJS.Timeout | undefined;

  public constructor(
    private readonly stream: Output,
    private readonly verbose: boolean,
  ) {
    this.paint = colours(stream);
    this.ticker = stream.isTTY === true ? setInterval(() => this.tick(), 1_000) : undefined;
  }

  public note(text: string): void {
    this.line(this.paint.dim(text));
  }

  public output(stack: string, line: string): void {
    if (this.verbose) this.line(`${this.paint.dim(`${stack} |`)} ${line}`);
  }

  public started(stack: string, step: string): void {
    this.running.set(stack, { step, since: performance.now() });
  }

  public ended(stack: string, { name, ok, seconds, error }: StepReport): void {
    this.running.delete(stack);
    const outcome = ok ? this.paint.green('ok    ') : this.paint.red('failed');
    this.line(`${stack}  ${name.padEnd(7)}  ${outcome}  ${seconds.toFixed(1)} s`);
    if (error !== undefined) this.line(`${this.paint.red(`${stack}:`)} ${error}`);
  }

  /** Takes the last line away and stops. */
  public close(): void {
    clearInterval(this.ticker);
    if (this.ticker !== undefined) this.stream.write(CLEAR_LINE);
  }

  private line(text: string): void {
    this.stream.write(`${this.ticker === undefined ? '' : CLEAR_LINE}${text}\n`);
  }

  private tick(): void {
    const now = performance.now();
    const running = [...this.running].map(
      ([stack, { step, since }]) => `${stack} ${step} ${Math.round((now - since) / 1_000)} s`,
    );
    const width = (this.stream.columns ?? 80) - 1;
    this.stream.write(CLEAR_LINE + this.paint.dim(running.join(' · ').slice(0, width)));
  }
}
