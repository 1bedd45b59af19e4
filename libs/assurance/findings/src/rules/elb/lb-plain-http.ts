import type { Value } from '@culvert/terraform-graph';
import { attribute, fieldsOf, listOf, Missing } from '../../private/attribute';
import { LISTENERS } from '../../private/load-balancers';
import type { Problem, Rule } from '../../rule';

export const lbPlainHttp: Rule = {
  id: 'lb-plain-http',
  severity: 'medium',
  title: 'an HTTP listener does nothing but redirect to HTTPS',
  rationale: 'What is sent in the clear can be read and changed on its way.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1',
  *check(graph): Iterable<Problem> {
    for (const listener of LISTENERS.flatMap((type) => graph.resources(type))) {
      const protocol = attribute(listener, 'protocol');
      if (protocol !== 'HTTP' && !(protocol instanceof Missing)) continue;
      const actions = listOf(listener, 'default_action');
      const redirects =
        !(actions instanceof Missing) && actions.length > 0 && actions.every(redirectsToHttps);
      if (redirects) continue;
      yield {
        resource: listener,
        path: 'protocol',
        message: 'takes requests in the clear',
        remedy: 'use HTTPS, or make its default action a redirect to HTTPS',
        missing: [protocol, actions].flatMap((each) => (each instanceof Missing ? each.facts : [])),
      };
    }
  },
};

function redirectsToHttps(action: Value): boolean {
  const { type, redirect } = fieldsOf(action);
  const [first] = Array.isArray(redirect) ? (redirect as readonly Value[]) : [];
  return type === 'redirect' && fieldsOf(first)['protocol'] === 'HTTPS';
}
