import { AddressSet } from '@culvert/packet-set';
import { FALSE, type Truth, TRUE } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { Missing, Ref } from '../../component';
import type { InterfaceKind, NetworkInterface } from '../../network-interface';
import { namedBy } from '../candidates';
import { componentOf } from '../component';
import { componentId } from '../identity';
import { type Addressing, isAddress, placed } from '../placing';
import { knownText } from '../read';
import { keyOf } from '../reference';
import { distinctRefs } from '../resources';
import type { Source } from '../source';
import { defaultGroup, givesIpv6Address } from '../subnet-facts';

/** What is known of an interface, before what AWS does by itself. */
export interface Draft extends Omit<Addressing, 'given' | 'hasIpv6'> {
  /** What Terraform has of it: what makes it. */
  readonly resource: Resource;
  readonly kind: InterfaceKind;
  /**
   * AWS's id, or its symbol's name.
   *
   * @default - made of the owner's and the subnet's
   */
  readonly id?: string;
  /** @default - the resource's */
  readonly owner?: string;
  /**
   * Its groups.
   *
   * @default - the default group of the VPC
   */
  readonly groups?: readonly Ref[];
  /** Those that it has beside them. */
  readonly attached?: readonly Ref[];
  /** @default true */
  readonly filtered?: boolean;
  /** @default - AWS chooses them */
  readonly given?: Addressing['given'];
  /** @default - as its subnet says */
  readonly hasIpv6?: Truth;
  /** @default FALSE */
  readonly isPublic?: Truth;
  /** @default TRUE */
  readonly sourceDestCheck?: Truth;
  readonly missing?: Missing;
}

/** The interface, with what AWS documents to happen where nothing is said. */
export function interfaceOf(source: Source, draft: Draft): NetworkInterface {
  const { resource, kind, subnet, filtered = true, given = [], attached = [] } = draft;
  const owner = draft.owner ?? componentId(source.graph, resource);
  const id = draft.id ?? `${owner} in ${keyOf(subnet)}`;
  const groups = draft.groups?.length ? draft.groups : [defaultGroup(source, subnet)];
  const hasIpv6 = draft.hasIpv6 ?? givesIpv6Address(source, subnet);
  const addresses = placed(source, { ...draft, given, hasIpv6 });
  return {
    ...componentOf(source.graph, resource, id),
    kind,
    owner,
    subnet,
    ...candidates(subnet),
    groups: filtered ? distinctRefs([...groups, ...attached]) : [],
    filtered,
    ...addresses,
    isPublic: draft.isPublic ?? FALSE,
    ...publicAddresses(resource, kind),
    sourceDestCheck: draft.sourceDestCheck ?? TRUE,
    missing: [...new Set([...addresses.missing, ...(draft.missing ?? [])])],
  };
}

function publicAddresses(
  resource: Resource,
  kind: InterfaceKind,
): Pick<NetworkInterface, 'publicAddresses'> {
  if (kind !== 'instance' && kind !== 'nat gateway') return {};
  const text = knownText(resource.value('public_ip'));
  return text === undefined || !isAddress(text) ? {} : { publicAddresses: AddressSet.of(text) };
}

function candidates(subnet: Ref): Pick<NetworkInterface, 'subnets'> {
  const { ids, missing } = namedBy(subnet);
  return missing === undefined || ids.length === 0 ? {} : { subnets: ids };
}
