import type { TerraformDocument } from '@culvert/terraform-graph';
import { calledBy, isPrivateJwk, nameGiven, secretsIn } from './detect';
import { type DocumentValues, documentValues } from './document-values';
import { isSecretKey } from './formats';
import { mayBeSecret, suspicionOf } from './names';
import { formatPlace, type Steps } from './place';
import { isKnownId, isMarkedInVain, isSecretAttribute } from './sensitive-attributes';

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

/** What stands around a value in Terraform's words for a configuration. */
const WRAPPERS = new Set(['expressions', 'constant_value', 'default', 'expression']);

class Search {
  private readonly secrets = new Map<string, FoundSecret>();
  /** The same places without the keys of instances. */
  private readonly places = new Set<string>();
  /** A plan says most texts in several places: those without a secret are looked at once. */
  private readonly harmless = new Set<string>();
  private values!: DocumentValues;
  private readonly path: (string | number)[] = [];

  public get found(): readonly FoundSecret[] {
    return [...this.secrets.values()];
  }

  public look(values: DocumentValues): void {
    this.values = values;
    this.visit(values.json, values.sensitive, nameOf(values.address));
  }

  private visit(json: unknown, sensitive: unknown, name: string): void {
    if (typeof json === 'string') {
      if (json !== '') this.text(json, sensitive === true, name);
    } else if (Array.isArray(json)) {
      for (let index = 0; index < json.length; index += 1) {
        this.path.push(index);
        this.visit(json[index], flagOf(sensitive, index), name);
        this.path.pop();
      }
    } else if (typeof json === 'object' && json !== null) {
      this.fields(json as Readonly<Record<string, unknown>>, sensitive, name);
    }
  }

  private fields(json: Readonly<Record<string, unknown>>, sensitive: unknown, name: string): void {
    const { configured = false } = this.values;
    const given = nameGiven(json);
    if (isPrivateJwk(json)) this.add(this.path, 'a private key');
    for (const key of Object.keys(json)) {
      const value = json[key];
      if (typeof value === 'boolean' || value === null) continue;
      if (configured && key === 'references') continue;
      if (configured && WRAPPERS.has(key)) {
        this.visit(value, sensitive, name);
        continue;
      }
      this.path.push(key);
      this.visit(value, flagOf(sensitive, key), calledBy(key, name, given));
      if (isSecretKey(key)) this.add(this.path, 'a secret as a key');
      this.path.pop();
    }
  }

  private text(text: string, sensitive: boolean, name: string): void {
    const { values, path } = this;
    const attribute = typeof path[0] === 'string' ? path[0] : '';
    if (isKnownId(values.type, attribute)) return;
    const isNamed = suspicionOf(name) !== undefined || /auth$/i.test(name);
    const isKnown =
      (sensitive && !isMarkedInVain(values)) || isSecretAttribute(values.type, attribute);
    if (isKnown && (mayBeSecret(text) || /^\s*[[{]/.test(text))) {
      this.add(this.path, firstKind(text, name) ?? KNOWN);
      return;
    }
    if (!isNamed && (text.length < 8 || this.harmless.has(text))) return;
    let harmless = true;
    for (const { kind, within } of secretsIn(text, name)) {
      harmless = false;
      this.add([...this.path, ...within], kind);
    }
    if (harmless && !isNamed) this.harmless.add(text);
  }

  private add(path: Steps, kind: string): void {
    const { address, configured = false } = this.values;
    const place = formatPlace(path);
    const key = `${address}\n${place}`;
    const anyInstance = `${withoutKeys(address)}\n${place}`;
    // The configuration of a resource says again what its instances say.
    if (this.secrets.has(key) || (configured && this.places.has(anyInstance))) return;
    this.places.add(anyInstance);
    this.secrets.set(key, { address, ...(place === '' ? {} : { path: place }), kind });
  }
}

const KNOWN = 'what Terraform knows to be a secret';

function firstKind(text: string, name: string): string | undefined {
  for (const { kind } of secretsIn(text, name)) return kind;
  return undefined;
}

function flagOf(flags: unknown, step: string | number): unknown {
  if (flags === true) return true;
  if (typeof flags !== 'object' || flags === null) return false;
  return Object.hasOwn(flags, step) ? (flags as Record<string | number, unknown>)[step] : false;
}

/** What a variable, a local value or an output is called. */
function nameOf(address: string): string {
  return /(?:^|\.)(?:var|output|local)\.(?<name>[^.[]+)$/.exec(address)?.groups?.['name'] ?? '';
}

function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}
