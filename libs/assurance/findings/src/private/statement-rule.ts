import type { Statement } from '@culvert/policy-evaluation';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Problem, Rule } from '../rule';
import { Missing } from './attribute';
import { policyIn } from './policies';

/** Where policies of a kind are: types and their attributes. */
export type PolicyAttributes = readonly (readonly [type: string, path: string])[];

export interface StatementRule extends Omit<Rule, 'check'> {
  readonly attributes: PolicyAttributes;
  /** @default - all of the types */
  readonly applies?: (resource: Resource, graph: ResourceGraph) => boolean;
  /** Whether a statement is a mistake. */
  readonly isBad: (statement: Statement, within: Within) => boolean | Missing;
  readonly message: string;
  readonly remedy: string;
}

/** Where a statement is. */
export interface Within {
  readonly graph: ResourceGraph;
  readonly resource: Resource;
  /** The policy's statements, this one too. */
  readonly statements: readonly Statement[];
}

/**
 * A rule about the statements of policies. What a plan cannot tell of a whole policy is said once, by
 * `document-readable`.
 */
export function statementRule(props: StatementRule): Rule {
  const { attributes, applies, isBad, message, remedy, ...rule } = props;
  return {
    ...rule,
    *check(graph): Iterable<Problem> {
      for (const [type, attribute] of attributes) {
        for (const resource of graph.resources(type)) {
          if (applies?.(resource, graph) === false) continue;
          for (const path of pathsOf(resource, attribute)) {
            const policy = policyIn(graph, resource, path);
            if (policy === undefined || policy instanceof Missing) continue;
            const { statements } = policy;
            const answers = statements.map((each) =>
              asksMore(each, isBad(each, { graph, resource, statements })),
            );
            const bad = answers.find((answer) => answer?.length === 0);
            const missing = bad ?? answers.find((answer) => answer !== undefined);
            if (missing !== undefined) yield { resource, path, message, remedy, missing };
          }
        }
      }
    },
  };
}

function asksMore(
  { unread, actions }: Statement,
  answer: boolean | Missing,
): readonly string[] | undefined {
  if (answer === false) return actions === undefined && unread.length > 0 ? unread : undefined;
  return answer === true ? unread : [...unread, ...answer.facts];
}

/** `inline_policy[*].policy` is the policy of each block. */
export function pathsOf(resource: Resource, attribute: string): readonly string[] {
  const [list = '', rest] = attribute.split('[*]');
  if (rest === undefined) return [attribute];
  const blocks = resource.value(list);
  return Array.isArray(blocks) ? blocks.map((_, index) => `${list}[${index}]${rest}`) : [];
}
