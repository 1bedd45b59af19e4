import { accountOf, type Estate, type OktaCallerEstate } from '@culvert/estate';

/** What may be invoked of the private APIs that the callers' URLs name. */
export function privateApiArns(
  estate: Estate,
  { callers, internalApi }: OktaCallerEstate,
): readonly string[] {
  if (internalApi.type !== 'private-api') {
    return [];
  }
  const { accountId, region } = accountOf(estate, internalApi.account);
  const apiIds = Object.values(callers).map(
    ({ apiBaseUrl }) => new URL(apiBaseUrl).hostname.split('.')[0],
  );
  return [...new Set(apiIds)].map(
    (apiId) => `arn:aws:execute-api:${region}:${accountId}:${apiId}/*`,
  );
}
