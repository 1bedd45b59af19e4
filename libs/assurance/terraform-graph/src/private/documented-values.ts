import { SymbolicText } from '@culvert/symbolic';
import type { Resource } from '../resource';
import { distinct, isText, type Text, type Value } from '../value';
import { documentedDefault } from './documented-defaults';
import { documentedText } from './documented-texts';
import { attributeOf, type Path } from './path';
import type { Resolver } from './resolver';
import { defaultThrough, sameAttribute, sameThrough, type Through } from './same-attributes';

/** A value and what was taken for granted to know it. */
export interface Resolved {
  readonly value: Value;
  readonly assumptions: readonly string[];
}

/** What the documentation of AWS and its provider says of values that a plan does not know. */
export class DocumentedValues {
  public constructor(private readonly values: Resolver) {}

  /** The value that AWS documents it to be: another attribute's, or text made of others. */
  public equal(resource: Resource, attribute: string): Text | undefined {
    const { type } = resource;
    const same = sameAttribute(type, attribute);
    const value = same === undefined ? undefined : this.values.value(resource, [same]);
    if (isText(value)) return value;
    const through = sameThrough(type, attribute);
    return (through && this.through(resource, through)) ?? this.documented(resource, attribute);
  }

  /** What all resources that are named have in common. */
  private through(resource: Resource, { links, attribute, where }: Through): Text | undefined {
    if (where !== undefined && this.values.value(resource, [where[0]]) !== where[1])
      return undefined;
    const values = links
      .flatMap((link) => this.values.referenced(resource, [link]))
      .map((owner) => owner.value(attribute))
      .filter(isText);
    const [value, ...others] = distinct(values);
    return others.length === 0 ? value : undefined;
  }

  /** What AWS sets where the configuration gives nothing. */
  public byDefault(resource: Resource, path: Path, name: string): Resolved | undefined {
    if (path.length !== 1 || !isNew(resource)) return undefined;
    const attribute = attributeOf(path);
    const through = defaultThrough(resource.type, attribute);
    const member = through && this.through(resource, through);
    if (member !== undefined) return { value: [member], assumptions: [] };
    const given = documentedDefault(resource.type, attribute);
    if (given === undefined) return undefined;
    const assumptions = given.blocks
      ? [`${name} has no dynamic block over what is known only after apply`]
      : [];
    return { value: given.value, assumptions };
  }

  private documented(resource: Resource, attribute: string): string | SymbolicText | undefined {
    const parts = documentedText(resource.type, attribute)?.map((part) =>
      'text' in part ? part.text : this.part(resource, part.name),
    );
    if (parts === undefined || !parts.every(isText)) return undefined;
    const text = SymbolicText.of(...parts);
    return text.known ?? text;
  }

  private part(resource: Resource, name: string): Value | undefined {
    const { accountId, region, partition } = this.values.placement(resource);
    if (name === 'account') return accountId;
    if (name === 'region') return region;
    return name === 'partition' ? partition : this.values.value(resource, [name]);
  }
}

function isNew({ change: { action } }: Resource): boolean {
  return action === 'create' || action === 'replace';
}
