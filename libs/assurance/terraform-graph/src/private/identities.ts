import { append } from './document-index';
import type { Resource } from '../resource';
import { isText, type Text, textKey, type Value } from '../value';
import { heldBy, identifierOf } from './identifiers';
import { attributeOf, type Path } from './path';

const IDENTITIES = ['id', 'arn'];

/** Managed resources by what names them. */
export class Identities {
  #byText: ReadonlyMap<string, readonly Resource[]> | undefined;

  public constructor(private readonly resources: readonly Resource[]) {}

  /** The resources that have the text as id or ARN; with `${name}` for symbols, text as it is shown. */
  public of(text: Text): readonly Resource[] {
    const isShown = typeof text === 'string' && text.includes('${');
    return this.index().get(isShown ? `$${text}` : textKey(text)) ?? [];
  }

  /** The resources that an attribute names: by ARN, or by what the attribute is documented to hold. */
  public named(value: Value, type: string, path: Path): readonly Resource[] {
    if (!isText(value)) return [];
    const attribute = attributeOf(path);
    const held = heldBy(type, attribute) ?? identifierOf(type, attribute);
    const text = textKey(value);
    return (this.index().get(text) ?? []).filter((resource) => {
      if (isText(resource.value('arn')) && textKey(resource.value('arn') as string) === text)
        return true;
      return held?.of.some((attribute) => attribute.startsWith(`${resource.type}.`)) === true;
    });
  }

  private index(): ReadonlyMap<string, readonly Resource[]> {
    if (this.#byText !== undefined) return this.#byText;
    const index = new Map<string, Resource[]>();
    for (const resource of this.resources) {
      if (resource.mode !== 'managed' || !resource.remains) continue;
      const values = IDENTITIES.map((attribute) => resource.value(attribute)).filter(isText);
      for (const text of new Set(values.map(textKey))) append(index, text, resource);
    }
    return (this.#byText = index);
  }
}
