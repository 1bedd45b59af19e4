/** Arguments of Terraform JSON by name; references are strings such as `${aws_vpc.api.id}`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Blocks by type, then by name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

/**
 * What is read of a stack as synthesised: what `stack.toTerraform()` returns and `cdk.tf.json` holds.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export interface TerraformJson {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly locals?: Arguments;
  readonly provider?: Readonly<Record<string, readonly Arguments[]>>;
}
