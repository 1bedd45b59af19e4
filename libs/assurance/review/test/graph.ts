import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';

interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A graph of states, by the names of their documents. */
export function graphOf(
  states: Readonly<Record<string, readonly PlannedResource[]>>,
): ResourceGraph {
  return ResourceGraph.of(
    Object.entries(states).map(([name, resources]) =>
      parseDocument(
        { format_version: '1.0', values: { root_module: moduleOf(resources) } },
        { name },
      ),
    ),
  );
}

/** A resource of a state. */
export function resource(
  address: string,
  values: Readonly<Record<string, unknown>> = {},
): PlannedResource {
  const [type = ''] = address.replace(/^(?:module\.[^.]+\.)+/u, '').split('.');
  return { address, type, values };
}

function moduleOf(resources: readonly PlannedResource[]) {
  const module = (address: string) => /^(module\.[^.]+(?:\.module\.[^.]+)*)\./u.exec(address)?.[1];
  const modules = [...new Set(resources.flatMap(({ address }) => module(address) ?? []))];
  const planned = ({ address, type, values }: PlannedResource) => {
    const [, name = '', key] = /\.([^.[]+)(?:\[(.+)\])?$/u.exec(address) ?? [];
    return {
      address,
      mode: 'managed',
      type,
      name,
      ...(key === undefined ? {} : { index: JSON.parse(key) as string | number }),
      provider_name: 'registry.terraform.io/hashicorp/aws',
      schema_version: 0,
      values,
      sensitive_values: {},
    };
  };
  return {
    resources: resources.filter(({ address }) => module(address) === undefined).map(planned),
    child_modules: modules.map((address) => ({
      address,
      resources: resources.filter((it) => module(it.address) === address).map(planned),
    })),
  };
}
