import type { NodeFunctionProps } from '../node-function';

/** @throws with every setting that Lambda would refuse */
export function requireSettings(props: NodeFunctionProps): void {
  const { name, reservedConcurrency, timeoutSeconds, memoryMegabytes = 512 } = props;
  const problems = [
    /^[A-Za-z0-9_-]{1,64}$/.test(name)
      ? []
      : 'its name is not of 1 to 64 letters, digits, hyphens and underscores',
    isWithin(reservedConcurrency, 1, 1000)
      ? []
      : `reservedConcurrency ${reservedConcurrency} is not a whole number from 1 to 1000`,
    isWithin(timeoutSeconds, 1, 900)
      ? []
      : `timeoutSeconds ${timeoutSeconds} is not a whole number from 1 to 900`,
    isWithin(memoryMegabytes, 128, 10_240)
      ? []
      : `memoryMegabytes ${memoryMegabytes} is not a whole number from 128 to 10240`,
  ].flat();
  if (problems.length > 0) {
    throw new Error(`function "${name}": ${problems.join('; ')}`);
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
