import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import { componentId } from '../identity';
import { once } from '../by-id';
import { blocksOf } from '../read';
import { keyOf, refFrom, refOf } from '../reference';
import { resourcesOf } from '../of-type';
import { groupedBy } from '../resources';

/** Security groups that stand alone attachments give to interfaces, by the interface's key. */
export const attachedGroups = once((graph: ResourceGraph): ReadonlyMap<string, readonly Ref[]> => {
  const attachments = resourcesOf(graph, 'aws_network_interface_sg_attachment').flatMap((each) => {
    const target = refOf(each, 'network_interface_id');
    const group = refOf(each, 'security_group_id');
    return target === undefined || group === undefined ? [] : [{ target: keyOf(target), group }];
  });
  const groups = groupedBy(attachments, ({ target }) => [target]);
  return new Map([...groups].map(([key, each]) => [key, each.map(({ group }) => group)]));
});

/** The instances that have interfaces which stand alone, by the interface's key. */
export const instancesWith = once((graph: ResourceGraph): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  const add = (target: Ref | undefined, instance: Ref | undefined) => {
    if (target !== undefined && instance !== undefined) pairs.set(keyOf(target), keyOf(instance));
  };
  for (const instance of resourcesOf(graph, 'aws_instance')) {
    for (const block of blocksOf(instance.value('network_interface'))) {
      add(refFrom(block['network_interface_id']), componentId(graph, instance));
    }
  }
  for (const attachment of resourcesOf(graph, 'aws_network_interface_attachment')) {
    add(refOf(attachment, 'network_interface_id'), refOf(attachment, 'instance_id'));
  }
  for (const own of resourcesOf(graph, 'aws_network_interface')) {
    for (const block of blocksOf(own.value('attachment'))) {
      add(componentId(graph, own), refFrom(block['instance']));
    }
  }
  return pairs;
});
