import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Problem, Rule } from '../rule';
import type { Missing } from './attribute';
import { companionsOf } from './companions';

export interface CompanionRule extends Omit<Rule, 'check'> {
  /** The type that needs a companion. */
  readonly type: string;
  /** The companion's type, and its attribute that names the resource. */
  readonly companion: readonly [type: string, path: string];
  /** @default - all of the type */
  readonly applies?: (resource: Resource, graph: ResourceGraph) => boolean;
  /** Whether the companion says what it should. @default - every one does */
  readonly isGood?: (companion: Resource, graph: ResourceGraph) => boolean | Missing;
  readonly message: string;
  readonly remedy: string;
}

/** A rule that a resource has another that says something about it. */
export function companionRule(props: CompanionRule): Rule {
  const { type, companion, applies, isGood = () => true, message, remedy, ...rule } = props;
  return {
    ...rule,
    *check(graph): Iterable<Problem> {
      for (const resource of graph.resources(type)) {
        if (applies?.(resource, graph) === false) continue;
        const answers = companionsOf(graph, resource, ...companion).map((each) => {
          const good = isGood(each.companion, graph);
          if (good === false) return undefined;
          return good === true ? each.missing : [...each.missing, ...good.facts];
        });
        if (answers.some((missing) => missing?.length === 0)) continue;
        yield { resource, message, remedy, missing: answers.flatMap((missing) => missing ?? []) };
      }
    },
  };
}
