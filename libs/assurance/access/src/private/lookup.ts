import { isUnknown, type Text as AnyText } from '@culvert/symbolic';
import { isText, Resource, type ResourceGraph, type Text } from '@culvert/terraform-graph';
import type { Reference } from '../requests';

/** Finds resources by whatever names them. */
export class Lookup {
  public constructor(private readonly graph: ResourceGraph) {}

  /** The resource of one of the types, or of any; `undefined` when the documents do not have it. */
  public find(reference: Reference, ...types: readonly string[]): Resource | undefined {
    return this.all(reference).find(({ type }) => types.length === 0 || types.includes(type));
  }

  private all(reference: Reference): readonly Resource[] {
    if (reference instanceof Resource) return [reference];
    const name = isUnknown(reference) ? reference.unknown : undefined;
    if (typeof reference === 'string') return this.byText(reference);
    return name === undefined ? this.byIdentity(reference) : this.bySymbol(name);
  }

  private byText(text: string): readonly Resource[] {
    const at = this.graph.at(text);
    if (at !== undefined) return [at];
    const found = this.byIdentity(text);
    return found.length > 0 ? found : [...this.bySymbol(text), ...this.sources(text)];
  }

  private byIdentity(text: AnyText): readonly Resource[] {
    return isText(text as Text) ? this.graph.byIdentity(text as Text) : [];
  }

  /** By the name of its id's or ARN's symbol. */
  private bySymbol(name: string): readonly Resource[] {
    const resource = this.graph.bySymbol(name);
    return resource === undefined ? [] : [resource];
  }

  /** Data sources with the ARN. */
  private sources(arn: string): readonly Resource[] {
    if (!arn.startsWith('arn:')) return [];
    this.arns ??= new Map(
      this.graph.dataSources().flatMap((source) => {
        const value = source.facts.values['arn'];
        return typeof value === 'string' ? [[value, source] as const] : [];
      }),
    );
    const source = this.arns.get(arn);
    return source === undefined ? [] : [source];
  }

  private arns: ReadonlyMap<string, Resource> | undefined;
}
