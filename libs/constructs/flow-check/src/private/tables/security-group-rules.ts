import type { FlowProtocol } from '../../flow';
import type { Block, Configuration } from '../configuration';
import { Ipv4Range } from '../ipv4-range';

export type RuleDirection = 'ingress' | 'egress';

/** Whom a rule lets through: a range, or whoever wears a group. */
export type RulePeer = { readonly range: Ipv4Range } | { readonly group: string };

export interface SecurityGroupRule {
  readonly address: string;
  readonly group: string;
  readonly direction: RuleDirection;
  /** Whom the rule lets through; `undefined` when that could not be read. */
  readonly peer: RulePeer | undefined;
  /** Whether it lets a port through. */
  readonly allows: (protocol: FlowProtocol, port: number) => boolean;
}

/** IANA's numbers, which AWS takes as well as the names. */
const PROTOCOLS: Readonly<Record<string, FlowProtocol>> = { '6': 'tcp', '17': 'udp' };

export function readSecurityGroupRules(configuration: Configuration): readonly SecurityGroupRule[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    configuration.blocks(`aws_vpc_security_group_${direction}_rule`).flatMap((block) => {
      const group = configuration.identify(block.arguments['security_group_id']);
      return group === undefined
        ? []
        : {
            address: block.address,
            group,
            direction,
            peer: block.repeated ? undefined : readPeer(configuration, block),
            allows: allowance(block),
          };
    }),
  );
}

/** Rules of the older kinds, which are not read, by the group they belong to. */
export function readForeignRules(
  configuration: Configuration,
): readonly { readonly group: string | undefined; readonly address: string }[] {
  const inline = configuration
    .blocks('aws_security_group')
    .flatMap(({ address, arguments: args }) =>
      ['ingress', 'egress']
        .filter((name) => Array.isArray(args[name]) && args[name].length > 0)
        .map((name) => ({ group: address, address: `${address}.${name}` })),
    );
  const legacy = configuration
    .blocks('aws_security_group_rule')
    .map(({ address, arguments: args }) => ({
      group: configuration.identify(args['security_group_id']),
      address,
    }));
  return [...inline, ...legacy];
}

function readPeer(configuration: Configuration, { arguments: args }: Block): RulePeer | undefined {
  const range = Ipv4Range.parse(configuration.identify(args['cidr_ipv4']));
  if (range !== undefined) {
    return { range };
  }
  // A group of another account is written with the account's id before it.
  const reference = args['referenced_security_group_id'];
  const group = configuration.identify(
    typeof reference === 'string' ? reference.replace(/^\d{12}\//, '') : undefined,
  );
  return group === undefined ? undefined : { group };
}

function allowance({ arguments: args }: Block): SecurityGroupRule['allows'] {
  const named = String(args['ip_protocol']);
  const [first, last] = [args['from_port'], args['to_port']];
  return (protocol, port) =>
    named === '-1' ||
    ((PROTOCOLS[named] ?? named) === protocol &&
      typeof first === 'number' &&
      typeof last === 'number' &&
      first <= port &&
      port <= last);
}
