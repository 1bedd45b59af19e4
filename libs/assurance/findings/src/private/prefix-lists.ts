import { isSymbol, type Resource, type ResourceGraph } from '@culvert/terraform-graph';
import { fieldsOf, listOf, Missing } from './attribute';
import { companionsOf } from './companions';
import { isPublicRange } from './public-addresses';

/** Whether a prefix list of the plan has the internet in it; those of AWS have not. */
export function isPublicPrefixList(graph: ResourceGraph, list: Resource): boolean {
  const inline = listOf(list, 'entry');
  const ranges = [
    ...(inline instanceof Missing ? [] : inline.map((entry) => fieldsOf(entry)['cidr'])),
    ...companionsOf(graph, list, 'aws_ec2_managed_prefix_list_entry', 'prefix_list_id').map(
      ({ companion }) => companion.value('cidr'),
    ),
  ];
  return ranges.some(
    (range) => range !== undefined && !isSymbol(range) && isPublicRange(String(range)),
  );
}
