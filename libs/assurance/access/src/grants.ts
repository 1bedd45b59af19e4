import { isUnknown, type Text } from '@culvert/symbolic';
import { shown } from './private/names';
import type { Sources } from './private/sources';

/** What an identity's own policies allow. */
export interface Grant {
  /** As Terraform calls it. */
  readonly identity: string;
  /** Such as `kms:Decrypt`, or `all but iam:*`; symbols as `${name}`. */
  readonly action: string;
  readonly resource: string;
}

/**
 * The Allow statements of all roles and users, one grant for each action and resource; none of policies
 * that Terraform marks as sensitive.
 */
export function* grantsOf({ identities }: Sources): Generator<Grant> {
  for (const { name: identity, policies } of identities.all) {
    for (const { policy } of policies) {
      for (const { effect, actions, resources, unread, secret = false } of policy.statements) {
        if (effect !== 'Allow' || unread.length > 0 || secret) continue;
        for (const action of texts(actions)) {
          for (const resource of texts(resources)) yield { identity, action, resource };
        }
      }
    }
  }
}

interface Listed {
  readonly except: boolean;
  readonly values: readonly Text[];
}

function texts(listed: Listed | undefined): readonly string[] {
  if (listed === undefined) return ['*'];
  const all = listed.values.map((each) => (isUnknown(each) ? `\${${each.unknown}}` : shown(each)));
  return listed.except ? [`all but ${all.join(', ')}`] : all;
}
