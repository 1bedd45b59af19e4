import type { CrossAccountPrivatelinkEstate } from './cross-account-privatelink-estate';
import type { OktaCallerEstate } from './okta-caller-estate';
import type { TransitGatewayOnpremEstate } from './transit-gateway-onprem-estate';

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
  /** The scenario of a Transit Gateway to an on-prem service, where the estate has it. */
  readonly transitGatewayOnprem?: TransitGatewayOnpremEstate;
  /** The scenario of callers with tokens of Okta, where the estate has it. */
  readonly oktaCaller?: OktaCallerEstate;
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
