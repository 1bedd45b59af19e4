import { join } from 'node:path';
import { loadDocument, parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import { type Network, type NetworkContext, networkOf } from '../src/index';

/** The network of documents that Terraform made of the HCL beside them, such as `classic/plan.json`. */
export function networkOfHcl(files: readonly string[], context?: NetworkContext): Network {
  const documents = files.map((file) => {
    const name = file.replace(/\W/g, '-');
    return loadDocument(join(__dirname, 'hcl', file), { name });
  });
  return networkOf(ResourceGraph.of(documents), context);
}

/** What a plan says of one resource. */
export interface Written {
  readonly address: string;
  /** What is there after apply. */
  readonly values?: object;
  /** What is there before; nothing is, when it is created. */
  readonly before?: object;
  readonly action?: 'create' | 'no-op' | 'update' | 'delete';
}

/** The network of a plan written by hand, for what the embedded AWS cannot do. */
export function networkOfPlan(resources: readonly Written[], context?: NetworkContext): Network {
  const json = {
    format_version: '1.2',
    resource_changes: resources.map(({ address, values = {}, before, action = 'create' }) => {
      const [type = '', name = ''] = address.replace(/^data\./, '').split('.');
      return {
        address,
        mode: address.startsWith('data.') ? 'data' : 'managed',
        type,
        name,
        change: {
          actions: [action],
          before: before ?? (action === 'create' ? null : values),
          after: action === 'delete' ? null : values,
        },
      };
    }),
  };
  return networkOf(ResourceGraph.of([parseDocument(json, { name: 'plan' })]), context);
}
