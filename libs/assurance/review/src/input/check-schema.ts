import {
  Ajv2020,
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import { child } from '../private/json-pointer';
import type { Mistake } from '../review-error';

type Found = Pick<Mistake, 'path' | 'value' | 'allowed'>;

/** The parts of our own schemas that messages are made from. */
interface Node {
  readonly title?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node | undefined>>;
}

/** Checks values against one of our schemas, whose titles say what is allowed. */
export class SchemaCheck<T> {
  private compiled: ValidateFunction<T> | undefined;
  private readonly definitions: Readonly<Record<string, Node | undefined>>;

  public constructor(private readonly schema: AnySchemaObject) {
    this.definitions = (schema['$defs'] ?? {}) as Record<string, Node>;
  }

  /** Fills in defaults; `found` gets what is wrong. */
  public accepts(value: unknown, found: Found[]): value is T {
    const validate = this.validate();
    if (validate(value)) return true;
    const errors = validate.errors ?? [];
    const unions = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
    const inner = ({ schemaPath }: ErrorObject) =>
      unions.some((union) => schemaPath !== union.schemaPath && isWithin(schemaPath, union));
    found.push(...unique(errors.filter((error) => !inner(error)).map((it) => this.found(it))));
    return false;
  }

  /** Compiling takes a while, and most reviews need none or one. */
  private validate(): ValidateFunction<T> {
    return (this.compiled ??= new Ajv2020({
      allErrors: true,
      useDefaults: true,
      verbose: true,
    }).compile<T>(this.schema));
  }

  private found({ instancePath, keyword, params, parentSchema, data }: ErrorObject): Found {
    const node = (parentSchema ?? {}) as Node;
    const fields = data as Readonly<Record<string, unknown>>;
    switch (keyword) {
      case 'required': {
        const key = String(params['missingProperty']);
        const allowed = this.title(node.properties?.[key]);
        return { path: child(instancePath, key), value: undefined, allowed };
      }
      case 'additionalProperties': {
        const key = String(params['additionalProperty']);
        const allowed = `only ${Object.keys(node.properties ?? {}).join(', ')}`;
        return { path: child(instancePath, key), value: fields[key], allowed };
      }
      case 'enum': {
        const allowed = `one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
        return { path: instancePath, value: data, allowed };
      }
      default:
        return { path: instancePath, value: data, allowed: this.title(node) };
    }
  }

  private title(node: Node | undefined): string {
    if (node?.title !== undefined || node?.$ref === undefined) {
      return node?.title ?? 'what the schema says';
    }
    return this.title(this.definitions[node.$ref.slice('#/$defs/'.length)]);
  }
}

/** What fails within one alternative says less than that none fits. */
function isWithin(schemaPath: string, { schemaPath: union, parentSchema }: ErrorObject): boolean {
  const alternatives = ((parentSchema as { anyOf?: Node[] } | undefined)?.anyOf ?? []).flatMap(
    ({ $ref }) => $ref ?? [],
  );
  return (
    schemaPath.startsWith(`${union}/`) ||
    alternatives.some((ref) => schemaPath.startsWith(`${ref}/`))
  );
}

function unique(found: readonly Found[]): Found[] {
  return [...new Map(found.map((it) => [`${it.path}\n${it.allowed}`, it])).values()];
}
