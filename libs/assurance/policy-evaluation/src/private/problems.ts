import type { PolicyProblem } from '../policy-error';

/** What is wrong so far, and where. */
export class Problems {
  public readonly found: PolicyProblem[] = [];

  public add(pointer: string, problem: string): void {
    this.found.push({ pointer, problem });
  }
}

/** The pointer to a member of what another pointer points to. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value as it is shown in a problem. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
