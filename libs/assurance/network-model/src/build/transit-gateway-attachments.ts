import { AddressSet } from '@culvert/packet-set';
import { FALSE, or, TRUE, type Truth, truthOf as truth, unknownFor } from '@culvert/symbolic';
import type { TransitGatewayAttachment } from '../gateways';
import type { ById } from '../network';
import { knownAddresses, unknownAddresses } from '../private/address';
import { advertisedOver, announcedBy } from '../private/announced';
import { acceptersOf, allAttachments, associationOf } from '../private/attachment-links';
import type { Attachment } from '../private/attachments';
import { byId, grouped } from '../private/by-id';
import { idOf } from '../private/component';
import { given } from '../private/given';
import { ledGateways } from '../private/led-gateways';
import { factOf, knownText, nameOf } from '../private/read';
import { listOfRefs, keyOf, refOf } from '../private/reference';
import type { Source } from '../private/source';
import { knownTransitGateways } from '../private/transit-gateway-defaults';
import { staticRoutes } from '../private/transit-gateway-routes';
import { truthFrom, truthOf } from '../private/truth';

/** What is attached to Transit Gateways; a peering at both ends. */
export function transitGatewayAttachments(source: Source): ById<TransitGatewayAttachment> {
  const written = grouped(
    staticRoutes(source).flatMap(([, { target, destination }]) =>
      target === undefined || typeof destination !== 'string'
        ? []
        : [[target, destination] as const],
    ),
  );
  const led = ledGateways(source);
  return byId(
    [...led.values()].map(({ onPrem }) => onPrem),
    allAttachments(source.graph).map((attachment): TransitGatewayAttachment => {
      const { component, kind, transitGateway, peer } = attachment;
      const gateway = led.get(keyOf(transitGateway));
      const { table, name } = associationOf(source.graph, attachment);
      const accepter = acceptersOf(source.graph).get(component.id);
      const behind = behindIt(source, attachment, written.get(component.id) ?? []);
      return {
        ...component,
        kind,
        transitGateway,
        ...(kind === 'vpc' ? ofVpc(source, attachment) : {}),
        ...(peer === undefined ? {} : { peer }),
        accepted: gateway ? TRUE : acceptance(source, attachment),
        ...(accepter === undefined ? {} : { acceptedBy: nameOf(source.graph, accepter) }),
        association: typeof table === 'string' || !gateway ? table : gateway.outward.id,
        ...(name === undefined ? {} : { associatedBy: name }),
        ...behind,
      };
    }),
  );
}

function ofVpc({ graph }: Source, { resource, component }: Attachment) {
  if (resource === undefined) return { vpc: { unknown: `VPC of ${component.id}` } };
  const flag = (attribute: string, byDefault: boolean) =>
    truthFrom(given(graph, resource, attribute), factOf(graph, resource, attribute), byDefault);
  return {
    vpc: refOf(resource, 'vpc_id') ?? { unknown: factOf(graph, resource, 'vpc_id') },
    subnets: listOfRefs(resource, 'subnet_ids'),
    applianceMode: flag('appliance_mode_support', false),
    securityGroupReferencing: flag('security_group_referencing_support', true),
  };
}

/** On-prem, or another gateway: the addresses behind it as far as anything says. */
function behindIt(source: Source, attachment: Attachment, written: readonly string[]) {
  const { kind, component, resource } = attachment;
  const missing = resource === undefined ? [`kind of ${component.id}`] : [];
  if (kind === 'vpc' || kind === 'peering') return { announced: AddressSet.NONE, missing };
  const { propagated, isWritten } = announcedBy(source, attachment);
  const advertised = kind === 'direct-connect' ? advertisedOver(attachment) : undefined;
  return {
    announced: knownAddresses(isWritten ? written : [...propagated, ...written]),
    ...(advertised ? { advertised: AddressSet.of(...advertised) } : {}),
    missing: [...missing, ...unknownAddresses(propagated)],
  };
}

/** Whether the gateway's owner took it; one's own need not be taken. */
function acceptance(source: Source, attachment: Attachment): Truth {
  const { graph, context } = source;
  const { component, kind, resource, attachmentId } = attachment;
  const names = [component.id, component.name, attachmentId];
  const known = context.attachments?.find((each) => names.includes(each.attachment))?.accepted;
  if (known !== undefined) return truth(known);
  const fact = `acceptance of ${component.name}`;
  if (kind === 'peering') return peeringAcceptance(source, attachment, fact);
  if (kind !== 'vpc') return TRUE;
  if (acceptersOf(graph).has(component.id)) return TRUE;
  const gateway = knownTransitGateways(graph).get(keyOf(attachment.transitGateway));
  if (gateway === undefined || resource === undefined) return unknownFor(fact);
  const [own, owner] = [resource.placement.accountId, gateway.placement.accountId];
  const isOwn = String(own) === String(owner) ? TRUE : unknownFor(fact);
  const isAutomatic = truthOf(graph, gateway, 'auto_accept_shared_attachments', false);
  return or(isOwn, isAutomatic);
}

function peeringAcceptance({ graph }: Source, attachment: Attachment, fact: string): Truth {
  const state = knownText(attachment.resource?.value('state'));
  if (['deleted', 'deleting', 'failed', 'rejected'].includes(state ?? '')) return FALSE;
  const type = 'aws_ec2_transit_gateway_peering_attachment_accepter';
  const isTaken = graph
    .resources(type)
    .some((accepter) => idOf(graph, accepter) === attachment.attachmentId);
  return isTaken || state === 'available' ? TRUE : unknownFor(fact);
}
