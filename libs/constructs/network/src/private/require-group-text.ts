/** What EC2 takes in a group's name and in the description of a group or a rule. */
const GROUP_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=;{}!$*]{1,255}$/;

/**
 * @throws when EC2 would not accept the text as name or description
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html
 */
export function requireGroupText(what: 'name' | 'description', text: string): void {
  if (!GROUP_TEXT.test(text) || (what === 'name' && text.startsWith('sg-'))) {
    throw new Error(
      `security group ${what} "${text}" is not accepted: use 1 to 255 letters, digits, spaces and ._-:/()#,@[]+=;{}!$*${what === 'name' ? ', and not the prefix "sg-"' : ''}`,
    );
  }
}
