import { ReviewError } from '../review-error';
import schema from '../schema/suppressions.schema.json';
import { SchemaCheck } from './check-schema';
import { type LoadedYaml, loadYaml } from './load-yaml';

/** A suppression, as the file has it. */
export interface DeclaredSuppression {
  readonly rule: string;
  /** With `*` and `?` as wildcards. */
  readonly resource: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires: string;
}

export interface Suppressions {
  readonly suppressions: readonly DeclaredSuppression[];
}

const SUPPRESSIONS = new SchemaCheck<Suppressions>(schema);

/**
 * @param today `YYYY-MM-DD`
 * @throws {@link ReviewError} with everything that is wrong in the file
 */
export function loadSuppressions(file: string, today: string): LoadedYaml<Suppressions> {
  const loaded = loadYaml(file, 'suppressions', SUPPRESSIONS);
  const last = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const mistakes = loaded.value.suppressions.flatMap(({ expires }, index) =>
    isDay(expires) && expires <= last
      ? []
      : [
          {
            path: `/suppressions/${index}/expires`,
            value: expires,
            allowed: `a day up to ${last}`,
          },
        ],
  );
  if (mistakes.length > 0) throw new ReviewError(mistakes.map((it) => loaded.yaml.mistake(it)));
  return loaded;
}

/** Whether there is such a day: no 30 February. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
