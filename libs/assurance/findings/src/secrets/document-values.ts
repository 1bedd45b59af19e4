import type { TerraformDocument } from '@culvert/terraform-graph';
import { writtenValues } from './written-values';

/** JSON in a document that may hold values. */
export interface DocumentValues {
  /** Whose they are: `aws_lb.a`, `var.x`, `output.x`; else where in the document. */
  readonly address: string;
  readonly type?: string;
  readonly json: unknown;
  /** What Terraform says of them: `true` wherever a value is sensitive. */
  readonly sensitive: unknown;
  /** Whether they are expressions of the configuration. */
  readonly configured?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every value of a plan or state, once for each place that it is written at. */
export function* documentValues(document: TerraformDocument): Iterable<DocumentValues> {
  const { plan } = document;
  if (plan === undefined) {
    yield* stateValues(fieldsOf(document.state));
    return;
  }
  const root: Fields = { ...plan };
  const { variables, planned_values, prior_state, output_changes, configuration, ...rest } = root;
  const { resource_changes, resource_drift, deferred_changes, ...others } = rest;
  const declared = fieldsOf(fieldsOf(fieldsOf(configuration)['root_module'])['variables']);
  for (const [name, variable] of Object.entries(fieldsOf(variables))) {
    const { value } = fieldsOf(variable);
    const { sensitive } = fieldsOf(declared[name]);
    yield { address: `var.${name}`, json: value, sensitive };
  }
  for (const list of [resource_changes, resource_drift, deferred_changes]) {
    for (const each of listOf(list)) yield* changeValues(fieldsOf(each));
  }
  for (const [name, change] of Object.entries(fieldsOf(output_changes))) {
    yield* sidesOf(`output.${name}`, fieldsOf(change));
  }
  yield* stateValues({ values: planned_values });
  yield* stateValues(fieldsOf(prior_state));
  for (const [name, json] of Object.entries(others)) {
    yield { address: name, json, sensitive: false };
  }
  yield* configurationValues(fieldsOf(configuration));
  if (document.configuration !== undefined) yield* writtenValues(document.configuration);
}

function* changeValues(entry: Fields): Iterable<DocumentValues> {
  // A deferred change has the change that is deferred inside.
  const planned = 'resource_change' in entry ? fieldsOf(entry['resource_change']) : entry;
  yield* sidesOf(String(planned['address']), fieldsOf(planned['change']), planned['type']);
}

function* sidesOf(address: string, change: Fields, type?: unknown): Iterable<DocumentValues> {
  const { before, after, before_sensitive, after_sensitive, importing, generated_config } = change;
  const common = { address, ...(typeof type === 'string' ? { type } : {}) };
  yield { ...common, json: after, sensitive: after_sensitive };
  yield { ...common, json: before, sensitive: before_sensitive };
  yield { ...common, json: { importing, generated_config }, sensitive: false };
}

function* stateValues(state: Fields): Iterable<DocumentValues> {
  const { values, ...rest } = state;
  const { outputs, root_module, ...others } = fieldsOf(values);
  for (const [name, output] of Object.entries(fieldsOf(outputs))) {
    const { value, sensitive } = fieldsOf(output);
    yield { address: `output.${name}`, json: value, sensitive };
  }
  yield* moduleValues(fieldsOf(root_module));
  for (const [name, json] of [...Object.entries(rest), ...Object.entries(others)]) {
    yield { address: name, json, sensitive: false };
  }
}

function* moduleValues({ resources, child_modules }: Fields): Iterable<DocumentValues> {
  for (const each of listOf(resources)) {
    const { address, type, values, sensitive_values } = fieldsOf(each);
    const common = { address: String(address), type: String(type) };
    yield { ...common, json: values, sensitive: sensitive_values };
  }
  for (const child of listOf(child_modules)) yield* moduleValues(fieldsOf(child));
}

function* configurationValues(configuration: Fields): Iterable<DocumentValues> {
  const { root_module, provider_config, ...rest } = configuration;
  for (const [name, json] of Object.entries(fieldsOf(provider_config))) {
    yield { address: `provider.${name}`, json, sensitive: false, configured: true };
  }
  yield { address: 'configuration', json: rest, sensitive: false, configured: true };
  yield* moduleExpressions('', fieldsOf(root_module));
}

function* moduleExpressions(prefix: string, module: Fields): Iterable<DocumentValues> {
  const { resources, module_calls, variables, outputs, ...rest } = module;
  const configured = { sensitive: false, configured: true } as const;
  for (const each of listOf(resources)) {
    const { address, type, ...json } = fieldsOf(each);
    yield { address: `${prefix}${String(address)}`, type: String(type), json, ...configured };
  }
  for (const [kind, entries] of [
    ['var', variables],
    ['output', outputs],
  ] as const) {
    for (const [name, json] of Object.entries(fieldsOf(entries))) {
      yield { address: `${prefix}${kind}.${name}`, json, ...configured };
    }
  }
  for (const [name, call] of Object.entries(fieldsOf(module_calls))) {
    const { module: inner, ...json } = fieldsOf(call);
    yield { address: `${prefix}module.${name}`, json, ...configured };
    yield* moduleExpressions(`${prefix}module.${name}.`, fieldsOf(inner));
  }
  yield { address: `${prefix}configuration`, json: rest, ...configured };
}

function fieldsOf(json: unknown): Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
}

function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}
