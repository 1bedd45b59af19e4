import { attribute, Missing } from '../../private/attribute';
import { ownersOf } from '../../private/owners';
import type { Problem, Rule } from '../../rule';

export const execLogging: Rule = {
  id: 'exec-logging',
  severity: 'medium',
  title: 'what is done with ECS Exec is logged',
  rationale: 'A shell in a running container is what an auditor asks for first.',
  reference: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  *check(graph): Iterable<Problem> {
    for (const service of graph.resources('aws_ecs_service')) {
      if (attribute(service, 'enable_execute_command', false) !== true) continue;
      const { owners: clusters, missing } = ownersOf(graph, service, 'cluster');
      for (const cluster of clusters) {
        const logging = attribute(cluster, LOGGING, 'NONE');
        if (logging === 'OVERRIDE') continue;
        yield {
          resource: service,
          path: 'enable_execute_command',
          message: 'opens shells in its containers that its cluster does not log',
          remedy: 'set logging = "OVERRIDE" with a log_configuration in the cluster',
          missing: [...missing, ...(logging instanceof Missing ? logging.facts : [])],
        };
      }
    }
  },
};

const LOGGING = 'configuration[0].execute_command_configuration[0].logging';
