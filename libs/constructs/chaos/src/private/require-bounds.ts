import type { NetworkLossProps } from '../network-loss';

/** @throws with every number that AWS FIS would refuse */
export function requireBounds(props: NetworkLossProps, durationMinutes: number): void {
  const { name, lost, stopAlarms, vpc } = props;
  const ranges = typeof lost === 'string' ? 1 : lost.cidrs.length;
  const problems = [
    within('ranges', ranges, 1, 10),
    within('stop alarms', stopAlarms.length, 1, 5),
    within('subnets', vpc.subnetIds.length, 1, 30),
    within('minutes', durationMinutes, 1, 720),
  ].flat();
  if (problems.length > 0) throw new Error(`experiment "${name}": ${problems.join('; ')}`);
}

function within(what: string, value: number, least: number, most: number): string[] {
  return Number.isInteger(value) && value >= least && value <= most
    ? []
    : [`${value} ${what}, give ${least} to ${most}`];
}
