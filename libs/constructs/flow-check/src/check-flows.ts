import { type Flow, requireFlows } from './flow';
import { describeProblem, type FlowProblem } from './flow-problem';
import { checkIpTargets } from './private/checks/ip-targets';
import { checkOverlap } from './private/checks/overlap';
import { checkPrivateTarget } from './private/checks/private-target';
import { checkSecurityGroups } from './private/checks/security-groups';
import { checkTransit, declaredRanges } from './private/transit';
import type { Finding } from './private/finding';
import { readGraph } from './private/graph';
import { findSide, isSide } from './private/side';
import type { TerraformJson } from './terraform-json';

/**
 * Every reason why a declared flow cannot pass, there or back, in the network that a stack
 * describes; none when all can. What cannot be read never counts as a pass.
 *
 * @param terraform a stack as synthesised, such as `stack.toTerraform()`
 * @param flows what must be able to connect to what; ids are references such as `${aws_vpc.api.id}`
 * @throws when two flows share a name, or a port is none
 */
export function checkFlows(
  terraform: TerraformJson,
  flows: readonly Flow[],
): readonly FlowProblem[] {
  requireFlows(flows);
  const graph = readGraph(terraform);
  const found = flows.map((flow) => ({
    flow,
    from: findSide(graph, flow.from),
    to: findSide(graph, flow.to),
  }));
  const located = found.flatMap(({ flow, from, to }) =>
    isSide(from) && isSide(to) ? { flow, name: flow.name, from, to } : [],
  );
  const propagated = declaredRanges(located.flatMap(({ from, to }) => [from, to]));

  const findings = (each: (typeof found)[number]): readonly Finding[] => {
    const { flow, from, to } = each;
    if (!isSide(from) || !isSide(to)) {
      return [from, to].flatMap((side) => (isSide(side) ? [] : side));
    }
    const groups = checkSecurityGroups(graph, flow, from, to);
    if (from.kind === 'vpc' && to.kind === 'vpc' && from.vpc === to.vpc) {
      return groups;
    }
    const overlap = checkOverlap(from, to);
    return [
      ...groups,
      ...checkPrivateTarget(to),
      ...(overlap.length > 0 ? overlap : checkTransit(graph, propagated, from, to)),
    ];
  };
  const problems = found.flatMap((each) =>
    findings(each).map((finding) => ({ flow: each.flow.name, ...finding })),
  );
  return distinct([...problems, ...checkIpTargets(graph, located)]);
}

function distinct(problems: readonly FlowProblem[]): readonly FlowProblem[] {
  return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
}
