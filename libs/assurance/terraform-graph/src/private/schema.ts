const text = { type: 'string' };
const object = { type: 'object' };
const mapOf = (items: object) => ({ type: 'object', additionalProperties: items });
const listOf = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

const identity = {
  address: text,
  mode: { enum: ['managed', 'data', 'ephemeral'] },
  type: text,
  name: text,
  index: { type: ['string', 'number'] },
};
const required = ['address', 'mode', 'type', 'name'];

const $defs = {
  values: {
    type: 'object',
    properties: {
      outputs: mapOf({ type: 'object', properties: { sensitive: { type: 'boolean' } } }),
      root_module: ref('moduleValues'),
    },
  },
  moduleValues: {
    type: 'object',
    properties: {
      address: text,
      resources: listOf({
        type: 'object',
        required,
        properties: { ...identity, values: object, deposed_key: text },
      }),
      child_modules: listOf(ref('moduleValues')),
    },
  },
  state: { type: 'object', properties: { terraform_version: text, values: ref('values') } },
  change: {
    type: 'object',
    required: ['actions'],
    properties: { actions: listOf(text), importing: object },
  },
  expression: { type: 'object', properties: { references: listOf(text) } },
  moduleConfig: {
    type: 'object',
    properties: {
      outputs: mapOf({ type: 'object', properties: { expression: ref('expression') } }),
      resources: listOf({
        type: 'object',
        required: ['address'],
        properties: {
          address: text,
          provider_config_key: text,
          expressions: object,
          for_each_expression: ref('expression'),
        },
      }),
      module_calls: mapOf({
        type: 'object',
        properties: {
          expressions: object,
          for_each_expression: ref('expression'),
          module: ref('moduleConfig'),
        },
      }),
      variables: mapOf(object),
    },
  },
};

/** What is relied on in a plan's JSON; whatever else is in it may be anything. */
export const PLAN_SCHEMA = {
  $defs,
  type: 'object',
  properties: {
    terraform_version: text,
    variables: mapOf(object),
    planned_values: ref('values'),
    resource_changes: listOf({
      type: 'object',
      required: [...required, 'change'],
      properties: {
        ...identity,
        module_address: text,
        previous_address: text,
        deposed: text,
        change: {
          ...$defs.change,
          properties: {
            ...$defs.change.properties,
            before: { type: ['object', 'null'] },
            after: { type: ['object', 'null'] },
          },
        },
      },
    }),
    deferred_changes: listOf({}),
    output_changes: mapOf(ref('change')),
    prior_state: ref('state'),
    configuration: {
      type: 'object',
      properties: {
        provider_config: mapOf({
          type: 'object',
          properties: { name: text, module_address: text, expressions: object },
        }),
        root_module: ref('moduleConfig'),
      },
    },
    complete: { type: 'boolean' },
    errored: { type: 'boolean' },
  },
};

/** What is relied on in a state's JSON. */
export const STATE_SCHEMA = { $defs, ...$defs.state };
