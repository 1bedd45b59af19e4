import type { Problem, Rule } from '../rule';
import { Missing } from './attribute';
import { type Container, containersOf } from './containers';

export interface ContainerRule extends Omit<Rule, 'check'> {
  readonly isBad: (container: Container) => boolean;
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * A rule about the containers of ECS tasks. Definitions that a plan does not tell are said once, by
 * `document-readable`.
 */
export function containerRule({ isBad, path, message, remedy, ...rule }: ContainerRule): Rule {
  return {
    ...rule,
    *check(graph): Iterable<Problem> {
      for (const resource of graph.resources('aws_ecs_task_definition')) {
        const containers = containersOf(graph, resource);
        if (containers instanceof Missing) continue;
        for (const [index, container] of containers.entries()) {
          if (!isBad(container)) continue;
          yield { resource, path: `container_definitions[${index}].${path}`, message, remedy };
        }
      }
    },
  };
}
