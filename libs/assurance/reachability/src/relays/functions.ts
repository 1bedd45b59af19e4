import { answersOf } from './gate-hops';
import { byKey } from './by-key';
import type { Model } from './model';
import type { Link, Stop } from './place';
import { HTTPS } from './ports';
import { Trail } from './trail';

/** The APIs that invoke a function; load balancers do it, too. */
export function invokersOf(model: Model, { place }: Stop): readonly Link[] {
  if (place.kind !== 'function') {
    return [];
  }
  const calls = model.methodsCalling(place.id);
  return [...byKey(calls, ({ api }) => [api.id])].map(([id, integrated]): Link => {
    const methods = integrated.map(({ method }) => method);
    return {
      from: { place: { kind: 'api', id, methods }, traffic: HTTPS },
      traffic: HTTPS,
      through: [],
      pass: (arrival) => {
        const answers = methods.map((method) =>
          answersOf(
            model.gates.invokeFunction({
              function: place.id,
              service: 'apigateway.amazonaws.com',
              source: id,
              method,
            }),
          ),
        );
        return { trail: Trail.best(answers) ?? Trail.START, arrival };
      },
    };
  });
}
