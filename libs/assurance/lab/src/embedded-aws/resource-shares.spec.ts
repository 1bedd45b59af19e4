import {
  AcceptResourceShareInvitationCommand,
  AssociateResourceShareCommand,
  CreateResourceShareCommand,
  DisassociateResourceShareCommand,
  GetResourceShareAssociationsCommand,
  GetResourceShareInvitationsCommand,
  GetResourceSharesCommand,
  ListResourceSharePermissionsCommand,
  ListResourcesCommand,
  RAMClient,
  RejectResourceShareInvitationCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-ram';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const OWNER = '444444444444';
const INVITED = '222222222222';
const STRANGER = '333333333333';
const GATEWAY = `arn:aws:ec2:eu-central-1:${OWNER}:transit-gateway/tgw-0123456789abcdef0`;

describe('a resource share of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let owner: RAMClient;
  let invited: RAMClient;
  let stranger: RAMClient;

  beforeAll(async () => {
    owner = new RAMClient(await accountOf(aws(), OWNER));
    invited = new RAMClient(await accountOf(aws(), INVITED));
    stranger = new RAMClient(await accountOf(aws(), STRANGER));
  });

  async function createShare(allowExternalPrincipals = true) {
    const { resourceShare } = await owner.send(
      new CreateResourceShareCommand({ name: 'gateway', allowExternalPrincipals }),
    );
    const resourceShareArn = resourceShare?.resourceShareArn as string;
    await owner.send(
      new AssociateResourceShareCommand({
        resourceShareArn,
        resourceArns: [GATEWAY],
        principals: [INVITED],
      }),
    );
    return resourceShareArn;
  }

  async function invitation(account: RAMClient, resourceShareArn: string) {
    const { resourceShareInvitations } = await account.send(
      new GetResourceShareInvitationsCommand({ resourceShareArns: [resourceShareArn] }),
    );
    return resourceShareInvitations?.[0];
  }

  async function accept(resourceShareArn: string) {
    const { resourceShareInvitationArn } = (await invitation(invited, resourceShareArn)) ?? {};
    await invited.send(new AcceptResourceShareInvitationCommand({ resourceShareInvitationArn }));
  }

  async function isSeenBy(account: RAMClient, resourceShareArn: string) {
    const { resourceShares } = await account.send(
      new GetResourceSharesCommand({
        resourceOwner: 'OTHER-ACCOUNTS',
        resourceShareArns: [resourceShareArn],
      }),
    );
    return resourceShares?.length === 1;
  }

  async function principalStatus(resourceShareArn: string) {
    const { resourceShareAssociations } = await owner.send(
      new GetResourceShareAssociationsCommand({
        associationType: 'PRINCIPAL',
        resourceShareArns: [resourceShareArn],
      }),
    );
    return resourceShareAssociations?.map(({ status }) => status);
  }

  it('is seen by the account it is for, and by no other, once the invitation is accepted', async () => {
    const share = await createShare();
    expect(await invitation(stranger, share)).toBeUndefined();
    expect(await invitation(invited, share)).toMatchObject({
      senderAccountId: OWNER,
      receiverAccountId: INVITED,
      status: 'PENDING',
    });
    expect(await isSeenBy(invited, share)).toBe(false);
    expect(await principalStatus(share)).toEqual(['ASSOCIATING']);

    await accept(share);

    expect(await isSeenBy(invited, share)).toBe(true);
    expect(await isSeenBy(stranger, share)).toBe(false);
    expect(await principalStatus(share)).toEqual(['ASSOCIATED']);
  });

  it('lists what is in it to the account that accepted', async () => {
    const share = await createShare();
    await accept(share);

    const { resources } = await invited.send(
      new ListResourcesCommand({ resourceOwner: 'OTHER-ACCOUNTS', resourceShareArns: [share] }),
    );

    expect(resources).toEqual([
      expect.objectContaining({ arn: GATEWAY, type: 'ec2:TransitGateway' }),
    ]);
  });

  it('needs no invitation within an organization', async () => {
    const share = await createShare(false);

    expect(await invitation(invited, share)).toBeUndefined();
    expect(await isSeenBy(invited, share)).toBe(true);
  });

  it('is not seen after the invitation was rejected, which cannot be accepted any more', async () => {
    const share = await createShare();
    const { resourceShareInvitationArn } = (await invitation(invited, share)) ?? {};

    await invited.send(new RejectResourceShareInvitationCommand({ resourceShareInvitationArn }));

    expect(await isSeenBy(invited, share)).toBe(false);
    await expect(accept(share)).rejects.toMatchObject({
      name: 'ResourceShareInvitationAlreadyRejectedException',
    });
  });

  it('fails to be accepted by an account that is not invited', async () => {
    const share = await createShare();
    const { resourceShareInvitationArn } = (await invitation(invited, share)) ?? {};

    await expect(
      stranger.send(new AcceptResourceShareInvitationCommand({ resourceShareInvitationArn })),
    ).rejects.toMatchObject({ name: 'ResourceShareInvitationArnNotFoundException' });
  });

  it('can be left by the account it is for, and changed by its owner only', async () => {
    const share = await createShare();
    await accept(share);
    const leave = new DisassociateResourceShareCommand({
      resourceShareArn: share,
      principals: [INVITED],
    });

    await expect(stranger.send(leave)).rejects.toMatchObject({
      name: 'OperationNotPermittedException',
    });
    await invited.send(leave);

    expect(await isSeenBy(invited, share)).toBe(false);
    expect(await principalStatus(share)).toEqual([]);
  });

  it('has the default permission of what is in it, and tags', async () => {
    const resourceShareArn = await createShare();
    await owner.send(
      new TagResourceCommand({
        resourceShareArn,
        tags: [
          { key: 'kept', value: 'yes' },
          { key: 'removed', value: 'yes' },
        ],
      }),
    );
    await owner.send(new UntagResourceCommand({ resourceShareArn, tagKeys: ['removed'] }));

    const { resourceShares } = await owner.send(
      new GetResourceSharesCommand({
        resourceOwner: 'SELF',
        resourceShareArns: [resourceShareArn],
      }),
    );
    const { permissions } = await owner.send(
      new ListResourceSharePermissionsCommand({ resourceShareArn }),
    );

    expect(resourceShares?.[0]?.tags).toEqual([{ key: 'kept', value: 'yes' }]);
    expect(permissions?.map(({ name }) => name)).toEqual(['AWSRAMDefaultPermissionTransitGateway']);
  });
});
