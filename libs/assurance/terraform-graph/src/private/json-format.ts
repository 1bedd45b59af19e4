import type { Json, JsonObject } from '../json';

/**
 * What is read of the JSON that `terraform show -json` writes.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export interface PlanJson {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly variables?: Readonly<Record<string, { readonly value?: Json }>>;
  readonly planned_values?: ValuesJson;
  readonly resource_changes?: readonly ResourceChangeJson[];
  readonly deferred_changes?: readonly unknown[];
  readonly output_changes?: Readonly<Record<string, ChangeJson>>;
  readonly prior_state?: StateJson;
  readonly configuration?: ConfigurationJson;
  readonly complete?: boolean;
  readonly errored?: boolean;
}

export interface StateJson {
  readonly format_version?: string;
  readonly terraform_version?: string;
  readonly values?: ValuesJson;
}

export interface ValuesJson {
  readonly outputs?: Readonly<Record<string, OutputJson>>;
  readonly root_module?: ModuleValuesJson;
}

export interface OutputJson {
  readonly value?: Json;
  readonly sensitive?: boolean;
}

export interface ModuleValuesJson {
  readonly address?: string;
  readonly resources?: readonly ResourceValuesJson[];
  readonly child_modules?: readonly ModuleValuesJson[];
}

export interface ResourceIdentityJson {
  readonly address: string;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
}

export interface ResourceValuesJson extends ResourceIdentityJson {
  readonly values?: JsonObject;
  readonly sensitive_values?: Json;
  readonly deposed_key?: string;
}

export interface ResourceChangeJson extends ResourceIdentityJson {
  readonly module_address?: string;
  readonly previous_address?: string;
  readonly deposed?: string;
  readonly change: ChangeJson;
}

export interface ChangeJson {
  readonly actions: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
  readonly after_unknown?: Json;
  readonly before_sensitive?: Json;
  readonly after_sensitive?: Json;
  readonly importing?: JsonObject;
}

export interface ConfigurationJson {
  readonly provider_config?: Readonly<Record<string, ProviderConfigJson>>;
  readonly root_module?: ModuleConfigJson;
}

export interface ProviderConfigJson {
  readonly name?: string;
  readonly module_address?: string;
  readonly expressions?: JsonObject;
}

export interface ModuleConfigJson {
  readonly outputs?: Readonly<Record<string, { readonly expression?: ExpressionJson }>>;
  readonly resources?: readonly ResourceConfigJson[];
  readonly module_calls?: Readonly<Record<string, ModuleCallJson>>;
  readonly variables?: Readonly<Record<string, { readonly default?: Json }>>;
}

export interface ResourceConfigJson {
  readonly address: string;
  readonly provider_config_key?: string;
  readonly expressions?: JsonObject;
  readonly for_each_expression?: ExpressionJson;
}

export interface ModuleCallJson {
  readonly expressions?: JsonObject;
  readonly for_each_expression?: ExpressionJson;
  readonly module?: ModuleConfigJson;
}

/** Neither operators, functions nor literals beside a reference are in it. */
export interface ExpressionJson {
  readonly constant_value?: Json;
  readonly references?: readonly string[];
}
