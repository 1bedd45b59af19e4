import type { Change } from './change';
import { childOf, hasTrue, type Json } from './json';
import type { Facts } from './private/facts';
import { type Path, parsePath } from './private/path';
import type { Resolver } from './private/resolver';
import type { Placement } from './placement';
import type { TerraformDocument } from './terraform-document';
import type { Value } from './value';

/** A value's place in a resource: `vpc_config[0].subnet_ids`, or its steps one by one. */
export type AttributePath = string | Path;

/** One instance of a resource or data source. No inspection shows its values. */
export class Resource {
  /** Such as `module.net.aws_subnet.a["x"]`. */
  public readonly address: string;
  readonly #facts: Facts;
  readonly #resolver: Resolver;
  readonly #document: TerraformDocument;

  public constructor(document: TerraformDocument, facts: Facts, resolver: Resolver) {
    this.address = facts.address;
    this.#facts = facts;
    this.#resolver = resolver;
    this.#document = document;
  }

  public get mode(): 'managed' | 'data' {
    return this.#facts.mode;
  }

  /** Such as `aws_subnet`. */
  public get type(): string {
    return this.#facts.type;
  }

  public get name(): string {
    return this.#facts.name;
  }

  /** The instance's key of `for_each` or `count`. */
  public get key(): string | number | undefined {
    return this.#facts.key;
  }

  /** The address of its module instance; empty for the root. */
  public get module(): string {
    return this.#facts.module;
  }

  /** The key of an object that was replaced and is still there. */
  public get deposed(): string | undefined {
    return this.#facts.deposed;
  }

  public get change(): Change {
    return this.#facts.change;
  }

  /** The plan or state that it stands in. */
  public get document(): TerraformDocument {
    return this.#document;
  }

  /** Whether it is there after apply. */
  public get remains(): boolean {
    return this.change.action !== 'delete';
  }

  /** The account and Region that it is in. */
  public get placement(): Placement {
    return this.#resolver.placement(this);
  }

  /** Every attribute, by name. */
  public get values(): { readonly [attribute: string]: Value } {
    return this.#resolver.values(this);
  }

  /** What is there; `undefined` when nothing is. It may be a secret: see {@link isSensitive}. */
  public value(path: AttributePath): Value | undefined {
    return this.#resolver.value(this, stepsOf(path));
  }

  /** The resources that the attribute names, or that the symbol in it belongs to; none that may be. */
  public referenced(path: AttributePath): readonly Resource[] {
    return this.#resolver.referenced(this, stepsOf(path));
  }

  /**
   * Whether the configuration gives the attribute, or has blocks of that name; `undefined` when the
   * document has no configuration, as a state. What is in a dynamic block counts as given.
   */
  public isConfigured(path: AttributePath): boolean | undefined {
    return this.#resolver.isConfigured(this, stepsOf(path));
  }

  /** What had to be taken for granted to know the value, a sentence each; see the README. */
  public assumptions(path: AttributePath): readonly string[] {
    return this.#resolver.assumptions(this, stepsOf(path));
  }

  /** Whether Terraform marks the value, or some of what is in it, as sensitive. */
  public isSensitive(path: AttributePath): boolean {
    let flags: Json | undefined = this.#facts.sensitive;
    for (const step of stepsOf(path)) {
      if (flags === true) return true;
      flags = childOf(flags, step);
    }
    return hasTrue(flags);
  }

  /** The document's own words, secrets and all. */
  public get facts(): Facts {
    return this.#facts;
  }

  public toString(): string {
    return this.address;
  }
}

function stepsOf(path: AttributePath): Path {
  return typeof path === 'string' ? (parsePath(path) ?? [path]) : path;
}
