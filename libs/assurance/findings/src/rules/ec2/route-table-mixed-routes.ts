import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const routeTableMixedRoutes: Rule = {
  id: 'route-table-mixed-routes',
  severity: 'medium',
  title: "a route table's routes are inline or resources of their own, not both",
  rationale: 'Terraform takes either for all there is: each apply removes what the other added.',
  reference:
    'https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table',
  *check(graph): Iterable<Problem> {
    for (const table of TABLES.flatMap((type) => graph.resources(type))) {
      if (table.document.kind === 'state' || table.isConfigured('route') !== true) continue;
      const routes = companionsOf(graph, table, 'aws_route', 'route_table_id');
      if (routes.length === 0) continue;
      yield {
        resource: table,
        path: 'route',
        message: 'has inline routes and others, which remove each other',
        remedy: 'use aws_route only',
        missing: routes.some(({ missing }) => missing.length === 0)
          ? []
          : routes.flatMap(({ missing }) => missing),
      };
    }
  },
};

const TABLES = ['aws_route_table', 'aws_default_route_table'];
