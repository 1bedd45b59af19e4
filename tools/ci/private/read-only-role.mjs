import { CommandError } from '../../private/command.mjs';

/**
 * A stack's configuration in which every role that Terraform assumes, for an account or for the
 * state, is replaced by the role of another name in the same account.
 *
 * @param {import('./synthesised-stack.mjs').Configuration} configuration
 * @param {string} roleName
 * @throws {CommandError} when that is not the name of a role
 */
export function assumingRole(configuration, roleName) {
  if (!/^[\w+=,.@-]{1,64}$/.test(roleName)) {
    throw new CommandError(`"${roleName}" is not the name of an IAM role`);
  }
  const copy = structuredClone(configuration);
  const assumed = [
    ...(copy.provider?.aws ?? []).flatMap((provider) => provider.assume_role ?? []),
    copy.terraform?.backend?.s3?.assume_role,
  ];
  for (const role of assumed) {
    if (role) role.role_arn = role.role_arn.replace(/:role\/.*$/, `:role/${roleName}`);
  }
  return copy;
}
