import type { FunctionUrl } from '@culvert/network-model';
import { isUnknown, unknownFor } from '@culvert/symbolic';
import { entryOf } from './call-api';
import { answersOf } from './gate-hops';
import type { Model } from './model';
import type { Arrival, Link, Place, Stop } from './place';
import { HTTPS } from './ports';
import { Trail } from './trail';

/** A public name that no endpoint's private DNS takes over. */
const ENTRY: Place = { kind: 'aws', id: 'lambda-url' };

/** The addresses of a function on the internet. */
export function functionUrlsOf(model: Model, { place }: Stop): readonly Link[] {
  return place.kind === 'function'
    ? model.functionUrlsOf(place.id).map((url): Link => ({
        from: { place: ENTRY, traffic: HTTPS },
        traffic: HTTPS,
        through: [url.id],
        pass: (arrival) => ({ arrival, trail: called(model, place.id, url, arrival) }),
      }))
    : [];
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function called(model: Model, id: string, url: FunctionUrl, arrival: Arrival): Trail {
  const { authorization, name, account } = url;
  const hop = { kind: 'function', component: name, account } as const;
  if (typeof authorization !== 'string') {
    const fact = isUnknown(authorization) ? authorization.unknown : `${name}.authorization_type`;
    return Trail.hop({ ...hop, detail: 'whom it lets in' }, unknownFor(fact));
  }
  if (authorization === 'AWS_IAM' && arrival.caller === 'anonymous') {
    return Trail.blocked({ ...hop, detail: 'lets in nobody who does not sign' });
  }
  const may = (action: string) =>
    answersOf(
      model.gates.authorize({
        ...entryOf(model, { entry: ENTRY }, arrival),
        caller: authorization === 'NONE' ? 'anonymous' : arrival.caller,
        action,
        resource: id,
        context: { 'lambda:FunctionUrlAuthType': authorization },
      }),
    );
  const entered = Trail.hop({ ...hop, detail: `takes calls, authorization ${authorization}` });
  return entered
    .then(() => may('lambda:InvokeFunctionUrl'))
    .then(() => {
      const invokes = may('lambda:InvokeFunction');
      const detail = 'URLs made since October 2025 need a permission for lambda:InvokeFunction too';
      return invokes.passes.value === true
        ? invokes
        : Trail.unreliable({ ...hop, detail }, unknownFor(`when ${name} was made`));
    });
}
