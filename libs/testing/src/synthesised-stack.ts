import { Testing, type TerraformStack } from 'cdktf';

/** A block of Terraform JSON: argument name to value. */
export type Block = Readonly<Record<string, unknown>>;

/** A resource or data source as synthesised, with its address in Terraform. */
export interface SynthesisedResource {
  /** Such as `aws_vpc.api_network_vpc_7F2A91`. */
  readonly address: string;
  readonly arguments: Block;
}

interface TerraformJson {
  readonly terraform: Block;
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly output?: Readonly<Record<string, Block>>;
}

/**
 * What a stack synthesises to, for asserting its properties.
 *
 * @example
 * const synthesised = SynthesisedStack.of(stack);
 * expect(synthesised.only('aws_vpc').arguments).toMatchObject({ cidr_block: '10.0.0.0/16' });
 */
export class SynthesisedStack {
  /** @throws with every validation error of the stack */
  public static of(stack: TerraformStack): SynthesisedStack {
    return new SynthesisedStack(JSON.parse(Testing.synth(stack, true)) as TerraformJson);
  }

  private constructor(private readonly json: TerraformJson) {}

  /** The `terraform` block: backend, required providers and version. */
  public get terraform(): Block {
    return this.json.terraform;
  }

  public get providers(): readonly Block[] {
    return Object.values(this.json.provider ?? {}).flat();
  }

  public get outputs(): Readonly<Record<string, Block>> {
    return this.json.output ?? {};
  }

  /** The types of all resources, sorted, each once. */
  public get resourceTypes(): readonly string[] {
    return Object.keys(this.json.resource ?? {}).sort();
  }

  /** The addresses of all resources, sorted. */
  public get addresses(): readonly string[] {
    return this.resourceTypes
      .flatMap((type) => this.resources(type).map(({ address }) => address))
      .sort();
  }

  /** Every resource of the type, in the order of synthesis. */
  public resources(type: string): readonly SynthesisedResource[] {
    return entries(type, this.json.resource?.[type]);
  }

  /** Every data source of the type. */
  public dataSources(type: string): readonly SynthesisedResource[] {
    return entries(`data.${type}`, this.json.data?.[type]);
  }

  /**
   * The one resource of the type whose address contains `fragment`.
   * @throws when there is none, or more than one
   */
  public only(type: string, fragment = ''): SynthesisedResource {
    const found = this.resources(type).filter(({ address }) => address.includes(fragment));
    const [resource] = found;
    if (resource === undefined || found.length > 1) {
      const addresses = this.resources(type).map(({ address }) => address);
      throw new Error(
        `expected one ${type} with "${fragment}" in its address, found ${found.length} among [${addresses.join(', ')}]`,
      );
    }
    return resource;
  }
}

function entries(
  type: string,
  blocks: Readonly<Record<string, Block>> | undefined,
): readonly SynthesisedResource[] {
  return Object.entries(blocks ?? {}).map(([name, block]) => ({
    address: `${type}.${name}`,
    arguments: block,
  }));
}
