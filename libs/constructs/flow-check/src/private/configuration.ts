import type { Arguments, TerraformJson } from '../terraform-json';

/** A resource or data source with its address in Terraform. */
export interface Block {
  /** Such as `aws_vpc.api`, or `data.aws_vpc.api`. */
  readonly address: string;
  readonly arguments: Arguments;
  /** Whether it stands for many or none, by `count` or `for_each`, which are not evaluated. */
  readonly repeated: boolean;
}

const LOCAL = /^\$\{local\.([\w-]+)\}$/;
const REFERENCE = /^\$\{((?:data\.)?aws_\w+\.[\w-]+)\.(\w+)\}$/;

/** Attributes that are the id of something else. */
const SYNONYMS: Readonly<Record<string, (of: Arguments) => unknown>> = {
  'aws_ec2_transit_gateway_vpc_attachment_accepter.id': (of) => of['transit_gateway_attachment_id'],
  'aws_ec2_transit_gateway_peering_attachment_accepter.id': (of) =>
    of['transit_gateway_attachment_id'],
  'data.aws_ec2_transit_gateway_vpn_attachment.id': (of) =>
    String(of['vpn_connection_id']).replace(/\.id\}$/, '.transit_gateway_attachment_id}'),
};

/** A stack's Terraform JSON, with its references followed. */
export class Configuration {
  private readonly byAddress: ReadonlyMap<string, Block>;

  public constructor(private readonly json: TerraformJson) {
    const blocks = [...blocksOf('', json.resource), ...blocksOf('data.', json.data)];
    this.byAddress = new Map(blocks.map((block) => [block.address, block]));
  }

  /** Every block of a type; a data source's type starts with `data.`. */
  public blocks(type: string): readonly Block[] {
    return [...this.byAddress.values()].filter(({ address }) => address.startsWith(`${type}.`));
  }

  /** Every block of a type that stands for exactly one. */
  public single(type: string): readonly Block[] {
    return this.blocks(type).filter(({ repeated }) => !repeated);
  }

  /**
   * What a value names, the same for every way to name it: an address, or the value itself where it
   * is no reference to a resource. `undefined` when it is nothing, or refers to what is not there.
   */
  public identify(value: unknown, followed: readonly string[] = []): string | undefined {
    if (typeof value !== 'string' || followed.includes(value)) {
      return undefined;
    }
    const local = LOCAL.exec(value)?.[1];
    if (local !== undefined) {
      return this.identify(this.json.locals?.[local], [...followed, value]);
    }
    const [, address, attribute] = REFERENCE.exec(value) ?? [];
    if (address === undefined || attribute === undefined) {
      return value;
    }
    const block = this.byAddress.get(address);
    if (block === undefined || block.repeated) {
      return undefined;
    }
    const type = address.slice(0, address.lastIndexOf('.'));
    const synonym = SYNONYMS[`${type}.${attribute}`];
    const source = synonym?.(block.arguments) ?? block.arguments[attribute];
    if (typeof source === 'string') {
      return this.identify(source, [...followed, value]);
    }
    return attribute === 'id' || attribute === 'arn' ? address : `${address}.${attribute}`;
  }

  /** What the elements of a list name; `undefined` when it is no list. */
  public identifyAll(values: unknown): readonly (string | undefined)[] | undefined {
    return Array.isArray(values) ? values.map((value) => this.identify(value)) : undefined;
  }

  /** The account that creates a block: its id where the provider says it, else the provider. */
  public accountOf({ arguments: { provider = 'aws' } }: Block): string {
    const alias = String(provider).split('.')[1];
    const configured = this.json.provider?.['aws']?.find((each) => each['alias'] === alias);
    const ids = configured?.['allowed_account_ids'];
    return Array.isArray(ids) && ids.length === 1 ? String(ids[0]) : String(provider);
  }
}

function blocksOf(prefix: string, blocks: TerraformJson['resource'] = {}): readonly Block[] {
  return Object.entries(blocks).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, args]) => ({
      address: `${prefix}${type}.${name}`,
      arguments: args,
      repeated: args['count'] !== undefined || args['for_each'] !== undefined,
    })),
  );
}
