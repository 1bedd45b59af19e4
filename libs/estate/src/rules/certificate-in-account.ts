import { member } from '../private/located';
import type { Rule } from './rule';

/** A load balancer's certificate is in the load balancer's account and Region. */
export const certificateInAccount: Rule = (draft) => {
  const { accounts = {}, crossAccountPrivatelink: scenario, region } = draft;
  const tls = scenario?.tls;
  if (region === undefined || tls?.mode !== 'terminate' || tls.certificateArns === undefined) {
    return [];
  }
  const certificateArns = {
    path: '/crossAccountPrivatelink/tls/certificateArns',
    value: tls.certificateArns,
  };
  return (['application', 'api'] as const).flatMap((role) => {
    const name = scenario?.[role]?.account ?? '';
    const id = Object.hasOwn(accounts, name) ? accounts[name]?.id : undefined;
    return member(certificateArns, role)
      .filter(({ value }) => id !== undefined && !value.includes(`:${region}:${id}:`))
      .map((arn) => ({ ...arn, allowed: `a certificate of account ${id} in ${region}` }));
  });
};
