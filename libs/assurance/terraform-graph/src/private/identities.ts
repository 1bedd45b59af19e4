import { childOf } from '../json';
import type { Resource } from '../resource';
import { isText, type Text, textKey, type Value } from '../value';
import { append } from './document-index';
import { documentedText } from './documented-texts';
import { heldBy, identifierOf } from './identifiers';
import { attributeOf, type Path } from './path';
import { sameAttribute, sameThrough } from './same-attributes';

const IDENTITIES = ['id', 'arn'];

type Index = ReadonlyMap<string, readonly Resource[]>;

/** Managed resources by what names them. */
export class Identities {
  #known: Index | undefined;
  #symbolic: Index | undefined;

  public constructor(private readonly resources: readonly Resource[]) {}

  /** The resources that have the text as id or ARN; with `${name}` for symbols, text as it is shown. */
  public of(text: Text): readonly Resource[] {
    const isShown = typeof text === 'string' && text.includes('${');
    return this.with(isShown ? `$${text}` : textKey(text));
  }

  /** The resources that an attribute names: by ARN, or by what the attribute is documented to hold. */
  public named(value: Value, type: string, path: Path): readonly Resource[] {
    if (!isText(value)) return [];
    const attribute = attributeOf(path);
    const held = heldBy(type, attribute) ?? identifierOf(type, attribute);
    const text = textKey(value);
    return this.with(text).filter((resource) => {
      const arn = resource.value('arn');
      if (isText(arn) && textKey(arn) === text) return true;
      return held?.of.some((attribute) => attribute.startsWith(`${resource.type}.`)) === true;
    });
  }

  /** Most texts that are looked for are known, and cannot be what has a symbol in it. */
  private with(key: string): readonly Resource[] {
    const index = key.startsWith('$')
      ? (this.#symbolic ??= this.index(() => true))
      : (this.#known ??= this.index(mayBeKnown));
    return index.get(key) ?? [];
  }

  private index(applies: (resource: Resource, attribute: string) => boolean): Index {
    const index = new Map<string, Resource[]>();
    for (const resource of this.resources) {
      if (resource.mode !== 'managed' || !resource.remains) continue;
      const values = IDENTITIES.filter((attribute) => applies(resource, attribute))
        .map((attribute) => resource.value(attribute))
        .filter(isText);
      for (const text of new Set(values.map(textKey))) append(index, text, resource);
    }
    return index;
  }
}

/** Whether there is nothing in it, as far as one sees, that is known only after apply. */
function mayBeKnown({ type, facts: { unknown } }: Resource, attribute: string): boolean {
  if (childOf(unknown, attribute) !== true) return true;
  if (sameAttribute(type, attribute) !== undefined || sameThrough(type, attribute) !== undefined) {
    return true;
  }
  const parts = documentedText(type, attribute);
  return (
    parts !== undefined &&
    parts.every((part) => 'text' in part || childOf(unknown, part.name) !== true)
  );
}
