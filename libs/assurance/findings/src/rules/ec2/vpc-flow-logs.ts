import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const vpcFlowLogs: Rule = {
  id: 'vpc-flow-logs',
  severity: 'medium',
  title: 'a VPC has flow logs',
  rationale: 'Without them nobody can tell afterwards who connected to what.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  *check(graph): Iterable<Problem> {
    for (const vpc of graph.resources('aws_vpc')) {
      const logs = companionsOf(graph, vpc, 'aws_flow_log', 'vpc_id');
      if (logs.some(({ missing }) => missing.length === 0)) continue;
      yield {
        resource: vpc,
        message: 'has no flow logs',
        remedy: 'add an aws_flow_log',
        missing: logs.flatMap(({ missing }) => missing),
      };
    }
  },
};
