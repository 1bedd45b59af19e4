import type { NamedPolicy } from '@culvert/policy-evaluation';
import { type Text } from '@culvert/symbolic';
import { isText, Resource, type ResourceGraph } from '@culvert/terraform-graph';
import type { AccessFacts } from '../access-facts';
import type { Entry, Reference } from '../requests';
import { Identities } from './identities';
import { Links } from './links';
import { Lookup } from './lookup';
import { nameOf, shown } from './names';
import { Organization } from './organization';
import { unreadPolicy } from './read-policy';
import { ResourcePolicies } from './resource-policies';

/** An endpoint that a request comes through. */
export interface EndpointOnTheWay {
  readonly name: string;
  readonly id: Text;
  readonly vpc: Text;
  readonly policy: NamedPolicy;
}

/** Where everything is found that policies are made of. */
export class Sources {
  public readonly lookup: Lookup;
  public readonly links: Links;
  public readonly identities: Identities;
  public readonly policies: ResourcePolicies;
  public readonly organization: Organization;

  public constructor(
    public readonly graph: ResourceGraph,
    facts: AccessFacts,
  ) {
    this.lookup = new Lookup(graph);
    this.links = new Links(graph);
    this.identities = new Identities(graph, this.lookup, this.links);
    this.policies = new ResourcePolicies(graph, this.links);
    this.organization = new Organization(graph, facts);
  }

  public nameOf(reference: Reference): string {
    return reference instanceof Resource ? nameOf(this.graph, reference) : shown(reference);
  }

  /** The endpoint of an entry. */
  public endpoint({ endpoint, vpc }: Entry): EndpointOnTheWay | undefined {
    if (endpoint === undefined) return undefined;
    const found = this.lookup.find(endpoint, 'aws_vpc_endpoint');
    const name = this.nameOf(found ?? endpoint);
    const id = found === undefined ? idOf(endpoint) : textAt(found, 'id', name);
    const ownVpc =
      found === undefined ? { unknown: `VPC of ${name}` } : textAt(found, 'vpc_id', name);
    const policy = found === undefined ? unread(name) : (this.policies.of(found) ?? unread(name));
    return { name, id, vpc: vpc ?? ownVpc, policy };
  }
}

function unread(name: string): NamedPolicy {
  return { name, policy: unreadPolicy(`policy of ${name}`) };
}

function idOf(reference: Reference): Text {
  return reference instanceof Resource ? { unknown: reference.address } : reference;
}

/** An attribute's text, or a symbol for it. */
export function textAt(resource: Resource, path: string, name: string): Text {
  const value = resource.value(path);
  return isText(value) ? value : { unknown: `${name}.${path}` };
}
