import type { TerraformDocument } from '@culvert/terraform-graph';
import { calledBy, nameGiven, secretsIn } from './detect';
import { type DocumentValues, documentValues } from './document-values';
import { formatIn } from './formats';
import { mayBeSecret } from './names';
import { formatPlace, type Steps } from './place';
import { isSecretAttribute } from './sensitive-attributes';

/** A secret in a document. Neither its value nor a part of it is here. */
export interface FoundSecret {
  readonly address: string;
  readonly path?: string;
  /** With its article, such as `a private key`. */
  readonly kind: string;
}

/** The secrets in a plan or state, one for each place. */
export function findSecrets(document: TerraformDocument): readonly FoundSecret[] {
  const search = new Search();
  for (const values of documentValues(document)) search.look(values);
  return search.found;
}

/** Where values stand in what Terraform writes of a resource's configuration. */
const WRAPPERS = new Set(['expressions', 'constant_value', 'default', 'expression']);

class Search {
  private readonly secrets = new Map<string, FoundSecret>();
  private readonly places = new Set<string>();
  /** Long texts without a secret, which a plan repeats in several places. */
  private readonly harmless = new Set<string>();

  public get found(): readonly FoundSecret[] {
    return [...this.secrets.values()];
  }

  public look(values: DocumentValues): void {
    const { address, json, sensitive } = values;
    this.visit(values, json, sensitive, [], nameOf(address));
  }

  private visit(
    values: DocumentValues,
    json: unknown,
    sensitive: unknown,
    path: Steps,
    name: string,
  ): void {
    if (typeof json === 'string') {
      this.text(values, json, sensitive === true, path, name);
    } else if (Array.isArray(json)) {
      for (const [index, item] of json.entries()) {
        this.visit(values, item, flagOf(sensitive, index), [...path, index], name);
      }
    } else if (typeof json === 'object' && json !== null) {
      const given = nameGiven(json);
      for (const [key, value] of Object.entries(json)) {
        if (typeof value === 'boolean' || value === null) continue;
        const wraps = values.configured === true && WRAPPERS.has(key);
        if (values.configured === true && key === 'references') continue;
        const inner = wraps ? path : [...path, key];
        const called = wraps ? name : calledBy(key, name, given);
        this.visit(values, value, flagOf(sensitive, key), inner, called);
        const kind = formatIn(key);
        if (kind !== undefined) this.add(values, inner, kind);
      }
    }
  }

  private text(
    values: DocumentValues,
    text: string,
    sensitive: boolean,
    path: Steps,
    name: string,
  ): void {
    if (text === '') return;
    const attribute = typeof path[0] === 'string' ? path[0] : '';
    const known = isSecretAttribute(values.type, attribute);
    if ((sensitive || known) && mayBeSecret(text)) {
      this.add(values, path, kindOf(text, name) ?? 'what Terraform knows to be a secret');
      return;
    }
    const key = text.length < 64 ? undefined : `${name}\n${text}`;
    if (key !== undefined && this.harmless.has(key)) return;
    let harmless = true;
    for (const { kind, within } of secretsIn(text, name)) {
      harmless = false;
      this.add(values, [...path, ...within], kind);
    }
    if (key !== undefined && harmless) this.harmless.add(key);
  }

  private add({ address, configured }: DocumentValues, path: Steps, kind: string): void {
    const place = formatPlace(path);
    const key = `${address}\n${place}`;
    const anyInstance = `${withoutKeys(address)}\n${place}`;
    // The configuration of a resource says again what its instances say.
    if (this.secrets.has(key) || (configured === true && this.places.has(anyInstance))) return;
    this.places.add(anyInstance);
    this.secrets.set(key, { address, ...(place === '' ? {} : { path: place }), kind });
  }
}

function kindOf(text: string, name: string): string | undefined {
  for (const { kind } of secretsIn(text, name)) return kind;
  return undefined;
}

function flagOf(flags: unknown, step: string | number): unknown {
  if (flags === true) return true;
  if (typeof flags !== 'object' || flags === null) return false;
  return Object.hasOwn(flags, step) ? (flags as Record<string | number, unknown>)[step] : false;
}

/** What a variable or an output is called. */
function nameOf(address: string): string {
  return /(?:^|\.)(?:var|output)\.(?<name>[^.[]+)$/.exec(address)?.groups?.['name'] ?? '';
}

function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}
