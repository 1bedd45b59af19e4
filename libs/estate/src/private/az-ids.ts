/**
 * The ids of every Region's Availability Zones. Zones that AWS opens later are added here; zones
 * that only accounts of some age have are included.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export const AZ_IDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['af-south-1', zones('afs1')],
  ['ap-east-1', zones('ape1')],
  ['ap-east-2', zones('ape2')],
  ['ap-northeast-1', zones('apne1', 4)],
  ['ap-northeast-2', zones('apne2', 4)],
  ['ap-northeast-3', zones('apne3')],
  ['ap-south-1', zones('aps1')],
  ['ap-south-2', zones('aps2')],
  ['ap-southeast-1', zones('apse1')],
  ['ap-southeast-2', zones('apse2')],
  ['ap-southeast-3', zones('apse3')],
  ['ap-southeast-4', zones('apse4')],
  ['ap-southeast-5', zones('apse5')],
  ['ap-southeast-6', zones('apse6')],
  ['ap-southeast-7', zones('apse7')],
  ['ca-central-1', ['cac1-az1', 'cac1-az2', 'cac1-az4']],
  ['ca-west-1', zones('caw1')],
  ['cn-north-1', zones('cnn1', 2)],
  ['cn-northwest-1', zones('cnnw1')],
  ['eu-central-1', zones('euc1')],
  ['eu-central-2', zones('euc2')],
  ['eu-north-1', zones('eun1')],
  ['eu-south-1', zones('eus1')],
  ['eu-south-2', zones('eus2')],
  ['eu-west-1', zones('euw1')],
  ['eu-west-2', zones('euw2', 4)],
  ['eu-west-3', zones('euw3')],
  ['il-central-1', zones('ilc1')],
  ['me-central-1', zones('mec1')],
  ['me-south-1', zones('mes1')],
  ['mx-central-1', zones('mxc1')],
  ['sa-east-1', zones('sae1')],
  ['us-east-1', zones('use1', 6)],
  ['us-east-2', zones('use2')],
  ['us-gov-east-1', zones('usge1')],
  ['us-gov-west-1', zones('usgw1')],
  ['us-west-1', zones('usw1')],
  ['us-west-2', zones('usw2', 4)],
]);

function zones(prefix: string, count = 3): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-az${index + 1}`);
}
