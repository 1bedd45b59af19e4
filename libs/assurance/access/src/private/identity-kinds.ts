/** Where the policies of a kind of identity stand. */
export interface IdentityKind {
  /** The attribute by which standalone policies and attachments name it. */
  readonly attribute: string;
  readonly inline: string;
  readonly attachment: string;
  /** Of `aws_iam_policy_attachment`. */
  readonly list: string;
  /** What says that there are no other attachments, or inline policies, and how it names its owner. */
  readonly exclusive: {
    readonly attachments: string;
    readonly inline: string;
    readonly by: string;
  };
}

const kind = (name: string): IdentityKind => ({
  attribute: name,
  inline: `aws_iam_${name}_policy`,
  attachment: `aws_iam_${name}_policy_attachment`,
  list: `${name}s`,
  exclusive: {
    attachments: `aws_iam_${name}_policy_attachments_exclusive`,
    inline: `aws_iam_${name}_policies_exclusive`,
    by: `${name}_name`,
  },
});

export const ROLE = kind('role');
export const USER = kind('user');
export const GROUP = kind('group');
