import { findingsOf, RULES } from '@culvert/findings';
import type { FlowResult, Report } from '@culvert/report';
import { ResourceGraph, type TerraformDocument } from '@culvert/terraform-graph';
import { exposuresOf } from './changes/exposures';
import { Nodes } from './drawing/nodes';
import { NetworkIndex } from './ends/network-index';
import { ResourceAddresses } from './ends/resource-addresses';
import { engineOf } from './engine';
import { reportFindings } from './findings/report-findings';
import { resolveFlows } from './flows/resolve-flows';
import type { Context } from './input/context';
import { expandContext } from './input/expand-context';
import { type Flows, oneByOne } from './input/flows';
import type { LoadedYaml } from './input/load-yaml';
import { Mistakes } from './input/mistakes';
import { filesOf } from './private/file-of';
import { judgeAccess } from './verdicts/judge-access';
import { judgeNever } from './verdicts/judge-never';
import { judgeOnly } from './verdicts/judge-only';
import { judgeReach } from './verdicts/judge-reach';
import type { Places } from './verdicts/paths';

/** What is examined. */
export interface Examination {
  readonly documents: readonly TerraformDocument[];
  readonly flows: readonly LoadedYaml<Flows>[];
  readonly context: Context;
  /** Whether flows that name what is not there are left out: there may have been less formerly. */
  readonly isFormer?: boolean;
  /** Whether to look at who reaches what within networks, however large they are. */
  readonly everywhere?: boolean;
  readonly progress: (text: string) => void;
}

/** What a set of documents says; findings without suppressions. */
export type Examined = Pick<
  Report,
  'flows' | 'findings' | 'exposures' | 'exposuresFrom' | 'grants' | 'assumptions' | 'drawing'
>;

/**
 * Answers all flows, and what else is asked of every set of documents.
 *
 * @throws {@link ReviewError} when flows name what is not there
 */
export function examine(examination: Examination): Examined {
  const { documents, flows, context, isFormer = false, everywhere = false, progress } = examination;
  const graph = ResourceGraph.of(documents);
  progress('building the network');
  const addresses = new ResourceAddresses(graph);
  const engine = engineOf(graph, expandContext(context, addresses));
  const { search, authority } = engine;
  const index = new NetworkIndex(addresses, engine.network);
  const nodes = new Nodes(index, context.accounts);

  const mistakes = new Mistakes();
  const resolved = (isFormer ? flows.flatMap(oneByOne) : flows).flatMap((file) => {
    const found = mistakes.in(() => resolveFlows(file, index, context.accounts));
    return found === undefined ? [] : [{ ...found, file: file.yaml.file }];
  });
  if (!isFormer) mistakes.throwIfAny();
  const results: FlowResult[] = [];
  const places: Places = { nodeOf: nodes.of, fileOf: filesOf(graph) };
  for (const { file, reach, only, never, access } of resolved) {
    const judge = (result: FlowResult) => {
      progress(`${result.name}: ${result.verdict}`);
      results.push({ ...result, file });
    };
    for (const flow of reach) judge(judgeReach(flow, search, places));
    for (const each of only) judge(judgeOnly(each, search, index, places));
    for (const flow of never) judge(judgeNever(flow, search, places));
    for (const each of access) judge(judgeAccess(each, authority));
  }
  progress('looking at who reaches what');
  const { exposures, outsideOnly } = exposuresOf(index, search, everywhere);
  progress('looking for findings');
  return {
    flows: results,
    findings: reportFindings(findingsOf(graph), RULES, graph),
    exposures,
    ...(outsideOnly ? { exposuresFrom: 'outside' } : {}),
    grants: [...authority.grants()],
    assumptions: [
      ...resolved.flatMap(({ notApplicable }) => notApplicable),
      ...(results.length > 0 ? engine.assumptions() : []),
    ],
    drawing: nodes.drawing(touchedBy(results)),
  };
}

function touchedBy(results: readonly FlowResult[]): ReadonlySet<string> {
  const hops = results.flatMap(({ paths }) => paths.flatMap((path) => path.hops));
  return new Set(hops.flatMap(({ node }) => node ?? []));
}
