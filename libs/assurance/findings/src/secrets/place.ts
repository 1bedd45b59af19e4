import { isSecretKey } from './formats';

export type Steps = readonly (string | number)[];

/** A place in a value as Terraform writes it; a key that is a secret itself is not shown. */
export function formatPlace(steps: Steps): string {
  return steps
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (isSecretKey(step)) return '[…]';
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
