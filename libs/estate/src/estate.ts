/** Who the accounts, networks and APIs of one environment are, with every default filled in. */
export interface Estate {
  /** The Region of everything in the estate, such as `eu-central-1`. */
  readonly region: string;
  /** The accounts, by the name that the rest of the estate uses for them. */
  readonly accounts: Readonly<Record<string, AccountEstate>>;
  /** Where Terraform keeps its state. */
  readonly state: StateEstate;
  /** Tags of every resource that can carry tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** The cross-account PrivateLink scenario, where the estate has it. */
  readonly crossAccountPrivatelink?: CrossAccountPrivatelinkEstate;
}

/** An AWS account. */
export interface AccountEstate {
  /** The account's id, twelve digits. */
  readonly id: string;
  /** The role that Terraform assumes to act in the account. */
  readonly roleArn: string;
}

/** Where Terraform keeps its state: a file beside the stack, or an S3 bucket. */
export type StateEstate = LocalStateEstate | S3StateEstate;

/** State in a local file: for trying things out, not for a team. */
export interface LocalStateEstate {
  readonly type: 'local';
}

/** State in an S3 bucket. */
export interface S3StateEstate {
  readonly type: 's3';
  readonly bucket: string;
  /** The bucket's Region. */
  readonly region: string;
  /** What precedes every stack's key in the bucket, without a slash at either end. */
  readonly keyPrefix: string;
  /** The ARN of the KMS key that encrypts the state; without it, the bucket's default encryption. */
  readonly kmsKeyId?: string;
  /** The role that reads and writes the state; without it, the credentials Terraform runs with. */
  readonly roleArn?: string;
}

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

/** A service in one account, a private API for it in a second, and a consumer in a third. */
export interface CrossAccountPrivatelinkEstate {
  /** How traffic is encrypted between the API and the service. */
  readonly tls: TlsEstate;
  /** The generation of VPC link between the API and its load balancer. */
  readonly vpcLink: 'v1' | 'v2';
  /** Whether load balancers refuse to be deleted. */
  readonly deletionProtection: boolean;
  /** How long logs are kept, in days. */
  readonly logRetentionDays: number;
  readonly application: ApplicationEstate;
  readonly api: ApiEstate;
  readonly consumer: ConsumerEstate;
}

/**
 * How traffic is encrypted between the API and the service: the load balancers pass TLS through to
 * the service, or terminate it with certificates of their own, or there is none.
 */
export type TlsEstate =
  | { readonly mode: 'passthrough' }
  | { readonly mode: 'terminate'; readonly certificateArns: CertificateArns }
  | { readonly mode: 'none' };

/** The ACM certificates of the load balancers, each in its own account. */
export interface CertificateArns {
  readonly application: string;
  readonly api: string;
}

/** The account that runs the service. */
export interface ApplicationEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
  readonly service: ServiceEstate;
}

/** The service that the API is for. */
export interface ServiceEstate {
  readonly name: string;
  /** The service's IPv4 addresses in the application network. */
  readonly targets: readonly string[];
  /** The port that the targets listen on. */
  readonly port: number;
  /** The private DNS name of the endpoint service, where it has one. */
  readonly privateDnsName?: string;
}

/** The account that offers the private API. */
export interface ApiEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
  /** The name on the service's certificate, sent as its Host. */
  readonly host: string;
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
