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
