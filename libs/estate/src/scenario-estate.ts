/** What every scenario with a private API has. */
export interface ScenarioEstate {
  /** The generation of VPC link between the API and its load balancer. */
  readonly vpcLink: VpcLinkGeneration;
  /** The other generation, kept beside the one in use while switching between them. */
  readonly standbyVpcLink?: VpcLinkGeneration;
  /** Whether load balancers refuse to be deleted. */
  readonly deletionProtection: boolean;
  /** How long logs are kept, in days. */
  readonly logRetentionDays: number;
}

/** A generation of VPC link. */
export type VpcLinkGeneration = 'v1' | 'v2';

/** A VPC and its isolated subnets. */
export interface NetworkEstate {
  /** The VPC's IPv4 range, such as `10.10.0.0/16`. */
  readonly cidr: string;
  /** One subnet per Availability Zone, in two zones at least. */
  readonly subnets: readonly SubnetEstate[];
}

/** A subnet. */
export interface SubnetEstate {
  /** The Availability Zone's id, which is the same zone in every account, such as `use1-az1`. */
  readonly azId: string;
  /** The subnet's IPv4 range, within its network's. */
  readonly cidr: string;
}

/** The account that offers the private API. */
export interface ApiEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
  readonly stageName: string;
  readonly throttling: ThrottlingEstate;
  /** The origins that browsers may call from; none means no CORS. */
  readonly corsOrigins: readonly string[];
}

/** How many requests the API takes. */
export interface ThrottlingEstate {
  /** Requests per second, in the long run. */
  readonly rateLimit: number;
  /** Requests at once. */
  readonly burstLimit: number;
}

/** The account that calls the API. */
export interface ConsumerEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
}
