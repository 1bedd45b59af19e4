import type { ITerraformDependable } from 'cdktf';
import type { Grantee } from './grantee';

/** A function that Secrets Manager calls for each step of a rotation. */
export interface RotationFunction extends Grantee {
  readonly arn: string;
  /**
   * Lets an AWS service invoke the function on behalf of one resource of one account.
   * @param id of the construct that the permission becomes
   */
  allowInvokeBy(id: string, invoker: Invoker): ITerraformDependable;
}

/** Who invokes a function. */
export interface Invoker {
  /** Such as `secretsmanager.amazonaws.com`. */
  readonly service: string;
  /** The resource that the service acts for. */
  readonly sourceArn: string;
  /** The account of the resource. */
  readonly sourceAccount: string;
}
