import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, ReviewedFile } from '@culvert/report';
import { type Compared, changesBetween } from './changes/changes-between';
import { formerReport } from './changes/former-report';
import { examine } from './examine';
import { suppress } from './findings/suppress';
import { type Context, loadContext } from './input/context';
import { type Flows, loadFlows, repeatedNames } from './input/flows';
import { loadDocuments } from './input/load-documents';
import type { LoadedYaml } from './input/load-yaml';
import { Mistakes } from './input/mistakes';
import { readFile } from './input/read-file';
import { loadSuppressions } from './input/suppressions';
import { fitToBeShown } from './private/fit-to-be-shown';

/** What is reviewed, as paths of files. */
export interface ReviewOptions {
  /** Plans and states as `terraform show -json` writes them. */
  readonly documents: readonly string[];
  /**
   * What plans were made of, in Terraform's JSON syntax, such as CDKTF's `cdk.tf.json`.
   *
   * @default - none: texts with an unknown in them stay unknown
   */
  readonly configurations?: readonly string[];
  /** @default - findings and exposures only */
  readonly flows?: readonly string[];
  readonly context?: string;
  readonly suppressions?: string;
  /** Plans and states from before, or one report of a former review. */
  readonly baseline?: readonly string[];
  /**
   * The day by which suppressions expire, `YYYY-MM-DD`.
   *
   * @default - today in UTC
   */
  readonly today?: string;
  /** Is told what is being done. */
  readonly progress?: (text: string) => void;
}

/**
 * Reviews plans and states: whether what must reach does, and what must not does not; what rules find;
 * what has changed.
 *
 * @throws {@link ReviewError} with everything that is wrong in what was given
 */
export function review(options: ReviewOptions): Report {
  const { progress = () => undefined } = options;
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const mistakes = new Mistakes();
  const loaded = mistakes.in(() =>
    loadDocuments(options.documents, options.configurations, progress),
  );
  const flows = (options.flows ?? []).flatMap((file) => mistakes.in(() => loadFlows(file)) ?? []);
  mistakes.add(...repeatedNames(flows));
  const context = optional(options.context, (file) => mistakes.in(() => loadContext(file)));
  const suppressions = optional(options.suppressions, (file) =>
    mistakes.in(() => loadSuppressions(file, today)),
  );
  const baseline = mistakes.in(() => loadBaseline(options.baseline ?? []));
  mistakes.throwIfAny();

  const facts: Context = context?.value ?? { accounts: {} };
  const documents = loaded?.documents ?? [];
  const everywhere = baseline?.everywhere ?? false;
  const examined = examine({ documents, flows, context: facts, everywhere, progress });
  const { findings, problems } = suppress(
    examined.findings,
    suppressions?.value.suppressions ?? [],
    today,
  );
  const before = baseline?.compared({ flows, context: facts, progress });
  return fitToBeShown({
    version: 1,
    tool: toolOf(),
    inputs: [
      ...(loaded?.reviewed ?? []),
      ...flows.map(({ reviewed }) => reviewed),
      ...[context, suppressions].flatMap((file) => file?.reviewed ?? []),
      ...(facts.control?.reviewed ?? []),
      ...(baseline?.reviewed ?? []),
    ],
    flows: examined.flows,
    findings,
    suppressions: problems,
    assumptions: examined.assumptions,
    ...(before === undefined ? {} : { changes: changesBetween(before, examined) }),
    exposures: examined.exposures,
    ...(examined.exposuresFrom === undefined ? {} : { exposuresFrom: 'outside' }),
    grants: examined.grants,
    drawing: examined.drawing,
  });
}

interface Baseline {
  /** Whether it tells, or can tell, who reaches what within networks. */
  readonly everywhere: boolean;
  readonly reviewed: readonly ReviewedFile[];
  compared(asked: {
    readonly flows: readonly LoadedYaml<Flows>[];
    readonly context: Context;
    readonly progress: (text: string) => void;
  }): Compared;
}

function loadBaseline(files: readonly string[]): Baseline | undefined {
  const [first, ...others] = files;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    const { text, sha256 } = readFile(first);
    const former = formerReport(text);
    if (former !== undefined) {
      const reviewed = { path: first, kind: 'baseline', sha256, incomplete: [] } as const;
      const everywhere = former.exposuresFrom === undefined;
      return { everywhere, reviewed: [reviewed], compared: () => former };
    }
  }
  const { documents, reviewed } = loadDocuments(files);
  return {
    everywhere: true,
    reviewed: reviewed.map((file) => ({ ...file, kind: 'baseline' })),
    compared: ({ flows, context, progress }) => {
      progress('examining the baseline');
      return examine({
        documents,
        flows,
        context,
        isFormer: true,
        everywhere: true,
        progress: () => undefined,
      });
    },
  };
}

function optional<T>(file: string | undefined, load: (file: string) => T): T | undefined {
  return file === undefined ? undefined : load(file);
}

function toolOf(): Report['tool'] {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  return { name: 'culvert-review', version };
}
