import { Ajv2020, type ErrorObject } from 'ajv/dist/2020';
import schema from '../estate.schema.json';
import type { Finding } from './finding';
import { child } from './json-pointer';
import type { Mapping } from './mapping';

/** The parts of our own schema that messages are made from. */
interface SchemaNode {
  readonly title?: string;
  readonly $ref?: string;
  readonly const?: string;
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode | undefined>>;
}

/** What the schema finds wrong. */
export interface SchemaFindings {
  readonly findings: readonly Finding[];
  /** JSON Pointers to the values whose shape cannot be relied on. */
  readonly unusable: ReadonlySet<string>;
}

const validate = new Ajv2020({
  allErrors: true,
  discriminator: true,
  useDefaults: true,
  verbose: true,
}).compile(schema);

/** Checks an estate against the schema, and fills in the defaults. */
export function checkSchema(estate: unknown): SchemaFindings {
  validate(estate);
  const errors = (validate.errors ?? []).filter((error) => !isRepetition(error));
  return {
    findings: errors.map(findingOf),
    unusable: new Set(errors.filter((error) => !isAboutNumber(error)).map(unusablePath)),
  };
}

/** Whether another error says the same, and more. */
function isRepetition({ keyword, params, parentSchema }: ErrorObject): boolean {
  const { discriminator } = (parentSchema ?? {}) as SchemaNode;
  return (
    keyword === 'propertyNames' ||
    (keyword === 'required' && params['missingProperty'] === discriminator?.propertyName)
  );
}

/** Whether there are too few items, or too many of the same, while each is fine. */
function isAboutNumber({ keyword }: ErrorObject): boolean {
  return ['minItems', 'minProperties', 'uniqueItems'].includes(keyword);
}

/** Without a valid tag, nothing beside the tag was checked either. */
function unusablePath(error: ErrorObject): string {
  return error.keyword === 'discriminator' ? error.instancePath : findingOf(error).path;
}

function findingOf(error: ErrorObject): Finding {
  const { instancePath, keyword, params, propertyName } = error;
  const node = (error.parentSchema ?? {}) as SchemaNode;
  const data: unknown = error.data;
  const at = (key: string | number) => ({
    path: child(instancePath, key),
    value: (data as Mapping)[key],
  });

  if (propertyName !== undefined) {
    const path = child(instancePath, propertyName);
    return { path, value: propertyName, allowed: `a name of ${titleOf(node)}` };
  }
  switch (keyword) {
    case 'required': {
      const key = String(params['missingProperty']);
      return {
        path: child(instancePath, key),
        value: undefined,
        allowed: titleOf(node.properties?.[key]),
      };
    }
    case 'additionalProperties': {
      const keys = Object.keys(node.properties ?? {});
      return { ...at(String(params['additionalProperty'])), allowed: `only ${keys.join(', ')}` };
    }
    case 'discriminator': {
      const key = String(params['tag']);
      const tags = node.oneOf?.map(({ properties }) => properties?.[key]?.const) ?? [];
      return { ...at(key), allowed: oneOf(tags) };
    }
    case 'uniqueItems':
      return { ...at(Number(params['i'])), allowed: titleOf(node) };
    case 'enum':
      return { path: instancePath, value: data, allowed: oneOf(params['allowedValues']) };
    default:
      return { path: instancePath, value: data, allowed: titleOf(node) };
  }
}

function oneOf(values: readonly unknown[]): string {
  return `one of ${values.join(', ')}`;
}

function titleOf(node: SchemaNode | undefined): string {
  if (node?.$ref === undefined) {
    return node?.title ?? 'what the schema says';
  }
  const definitions: Readonly<Record<string, SchemaNode>> = schema.$defs;
  return titleOf(definitions[node.$ref.slice('#/$defs/'.length)]);
}
