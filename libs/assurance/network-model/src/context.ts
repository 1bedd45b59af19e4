/** What no plan holds, and somebody knows. */
export interface NetworkContext {
  /** Ranges that are on-prem: what VPN and Direct Connect announce where nobody wrote it. */
  readonly onPrem?: readonly string[];
  /** Such as `o-a1b2c3d4e5`. */
  readonly organizationId?: string;
  /** VPCs of which documents have the id at most. */
  readonly vpcs?: readonly {
    readonly id: string;
    readonly account?: string;
    readonly region?: string;
    readonly ranges: readonly string[];
  }[];
  /** What is attached to Transit Gateways, by AWS's id or what Terraform calls it. */
  readonly attachments?: readonly {
    readonly attachment: string;
    /** Whether the gateway's owner took it. */
    readonly accepted?: boolean;
    /** Ranges that are announced there. */
    readonly announces?: readonly string[];
  }[];
  /** Transit Gateways of others, by AWS's id or what Terraform calls them. */
  readonly transitGateways?: readonly {
    readonly transitGateway: string;
    /** Ranges on-prem that it leads to whatever is attached to it, with the replies and requests from there. */
    readonly reaches: readonly string[];
  }[];
  /** Firewalls, Gateway Load Balancers' endpoints and instances on the way, by id or address. */
  readonly appliances?: readonly {
    readonly appliance: string;
    /** What they let pass, and the replies. */
    readonly passes: readonly {
      /** @default - all */
      readonly protocol?: string | number;
      /**
       * Of TCP and UDP.
       * @default - all
       */
      readonly ports?: readonly number[];
      /** @default - anywhere */
      readonly to?: readonly string[];
    }[];
  }[];
  /** Endpoints, by AWS's id or what Terraform calls them. */
  readonly endpoints?: readonly {
    readonly endpoint: string;
    /** Whether the service's owner took it. */
    readonly accepted?: boolean;
    /** Of an endpoint of which documents have the id at most. */
    readonly account?: string;
    readonly vpc?: string;
  }[];
  /** Prefix lists of others, by AWS's id, or the service: `com.amazonaws.eu-central-1.s3`. */
  readonly prefixLists?: readonly {
    readonly prefixList: string;
    readonly entries: readonly string[];
  }[];
  /** Peerings, by AWS's id or what Terraform calls them. */
  readonly peerings?: readonly {
    readonly peering: string;
    readonly accepted?: boolean;
  }[];
}
