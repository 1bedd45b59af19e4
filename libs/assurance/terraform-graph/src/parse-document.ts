import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { DocumentError } from './document-error';
import { isJsonObject, type JsonObject } from './json';
import type { PlanJson, StateJson } from './private/json-format';
import { PLAN_SCHEMA, STATE_SCHEMA } from './private/schema';
import { TerraformDocument } from './terraform-document';

/** What tells a document from others. */
export interface DocumentOptions {
  /** Tells it from the other documents of a graph. */
  readonly name: string;
  /** The file that it was read from, for messages. */
  readonly path?: string;
}

const SHOW = 'write it with "terraform show -json"';
const STATE_KEYS = new Set(['format_version', 'terraform_version', 'values', 'checks']);
const ajv = new Ajv({ allowUnionTypes: true });
const isPlan: ValidateFunction<PlanJson> = ajv.compile(PLAN_SCHEMA);
const isState: ValidateFunction<StateJson> = ajv.compile(STATE_SCHEMA);

/**
 * A plan or state of its JSON, as `terraform show -json` writes it. Unknown fields are ignored.
 *
 * @throws {DocumentError} when it is neither, or of a format that is not known
 */
export function parseDocument(json: unknown, options: DocumentOptions): TerraformDocument {
  const fail = (code: DocumentError['code'], what: string): never => {
    throw new DocumentError(code, options.path ?? options.name, what);
  };
  if (!isJsonObject(json)) {
    return fail('unknown-format', `is ${kindOf(json)}, neither a plan nor a state: ${SHOW}`);
  }
  if ('lineage' in json || ('serial' in json && 'version' in json)) {
    return fail('raw-state', `is a raw state: ${SHOW} in the folder of its configuration`);
  }
  const plan = ['resource_changes', 'planned_values', 'configuration'].some((key) => key in json);
  const state = 'format_version' in json && Object.keys(json).every((key) => STATE_KEYS.has(key));
  if (!plan && !state && !('values' in json)) {
    return fail('unknown-format', `is neither a plan nor a state: ${SHOW}; ${keysOf(json)}`);
  }
  const version = json['format_version'];
  if (typeof version !== 'string' || !/^1\.\d+$/.test(version)) {
    const seen =
      typeof version === 'string' ? JSON.stringify(version.slice(0, 20)) : kindOf(version);
    return fail(
      'unsupported-version',
      `has format_version ${seen}, not "1.x": write it with Terraform 1.1 or later, or read it with a later Culvert`,
    );
  }
  const { name, path } = options;
  const where = path === undefined ? { name } : { name, path };
  try {
    if (plan && isPlan(json)) return new TerraformDocument({ ...where, kind: 'plan', json });
    if (!plan && isState(json)) return new TerraformDocument({ ...where, kind: 'state', json });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail('malformed', 'has modules nested too deep to be read');
  }
  return fail('malformed', describe((plan ? isPlan : isState).errors ?? [], json));
}

function describe(errors: readonly ErrorObject[], json: JsonObject): string {
  const [error] = errors;
  const seen = kindOf(valueAt(json, error?.instancePath ?? ''));
  return `${error?.instancePath || 'the document'} is ${seen} and ${error?.message}`;
}

function valueAt(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], json);
}

/** What a value is, without the value: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value)
    ? 'a list'
    : ({ object: 'an object', string: 'text' }[typeof value as string] ?? `a ${typeof value}`);
}

function keysOf(json: JsonObject): string {
  const keys = Object.keys(json).filter((key) => /^[\w-]{1,30}$/.test(key));
  return `its keys are ${keys.slice(0, 5).join(', ') || 'none'}`;
}
