import { readFileSync } from 'node:fs';
import { DocumentError } from './document-error';
import { childOf, isJsonObject, type Json, type JsonObject } from './json';
import type { Path } from './private/path';
import type { TerraformDocument } from './terraform-document';

/**
 * What a plan was made of, in Terraform's JSON syntax, such as the `cdk.tf.json` of a CDKTF stack. A plan
 * keeps no text that is known only after apply; here it is, with the references in it.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export class Configuration {
  readonly #json: JsonObject;

  private constructor(
    /** The file that it was read from. */
    public readonly path: string,
    json: JsonObject,
  ) {
    this.#json = json;
  }

  /** @throws {DocumentError} when it cannot be read, or is no configuration */
  public static load(path: string): Configuration {
    const json = parse(path);
    if (!isJsonObject(json) || !isJsonObject(json['resource'])) {
      throw new DocumentError(
        'no-configuration',
        path,
        'is no configuration in JSON syntax with resources: name a file such as cdk.tf.json',
      );
    }
    return new Configuration(path, json as JsonObject);
  }

  /** Whether the plan was made of it: both have the same resources in the root module. */
  public isOf({ plan }: TerraformDocument): boolean {
    const planned = (plan?.configuration?.root_module?.resources ?? []).map(
      ({ address }) => address,
    );
    const written = ['resource', 'data'].flatMap((kind) =>
      Object.entries(objectOf(this.#json[kind])).flatMap(([type, resources]) =>
        Object.keys(objectOf(resources)).map((name) =>
          kind === 'data' ? `data.${type}.${name}` : `${type}.${name}`,
        ),
      ),
    );
    const names = new Set(written);
    return planned.length === names.size && planned.every((address) => names.has(address));
  }

  /** All that is written, as Terraform reads it. */
  public get json(): JsonObject {
    return this.#json;
  }

  /**
   * What is written for an attribute of a resource in the root module.
   * @internal
   */
  public at(mode: 'managed' | 'data', type: string, name: string, path: Path): Json | undefined {
    const kind = mode === 'data' ? 'data' : 'resource';
    return [type, name, ...path].reduce<Json | undefined>(
      // A block that stands alone need not be in a list.
      (json, step) => (step === 0 && isJsonObject(json) ? json : childOf(json, step)),
      this.#json[kind],
    );
  }
}

function objectOf(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new DocumentError('unreadable', path, `cannot be read (${code})`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError('not-json', path, 'is not JSON: name a file such as cdk.tf.json');
  }
}
