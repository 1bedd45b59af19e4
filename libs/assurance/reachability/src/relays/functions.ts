import type { Api, ApiMethod } from '@culvert/network-model';
import { unknownFor } from '@culvert/symbolic';
import { byKey } from './by-key';
import { answersOf } from './gate-hops';
import type { Model } from './model';
import type { Arrival, Link, Onward, Stop } from './place';
import { HTTPS } from './ports';
import { Trail } from './trail';

/** The APIs that invoke a function, or may; load balancers do it, too. */
export function invokersOf(model: Model, { place }: Stop): readonly Link[] {
  if (place.kind !== 'function') {
    return [];
  }
  const calls = [...byKey(model.methodsCalling(place.id), ({ api }) => [api.id]).values()];
  const link = (
    api: Api,
    methods: readonly ApiMethod[],
    missing: readonly string[] = [],
  ): Link => ({
    from: {
      place: { kind: 'api', id: api.id, ...(methods.length === 0 ? {} : { methods }) },
      traffic: HTTPS,
    },
    traffic: HTTPS,
    through: [],
    isDoubtful: missing.length > 0,
    pass: (arrival) => pass(model, { id: place.id, api, methods, missing }, arrival),
  });
  return [
    ...calls.flatMap((integrated) => {
      const [first] = integrated;
      return first === undefined
        ? []
        : [
            link(
              first.api,
              integrated.map(({ method }) => method),
            ),
          ];
    }),
    ...model
      .openMethods()
      .map(({ api, method, missing }) => link(api, method === undefined ? [] : [method], missing)),
  ];
}

interface Invoking {
  readonly id: string;
  readonly api: Api;
  readonly methods: readonly ApiMethod[];
  readonly missing: readonly string[];
}

function pass({ gates }: Model, { id, api, methods, missing }: Invoking, arrival: Arrival): Onward {
  const invocation = { function: id, service: 'apigateway.amazonaws.com', source: api.id };
  const answers =
    methods.length === 0
      ? [answersOf(gates.invokeFunction(invocation))]
      : methods.map((method) => answersOf(gates.invokeFunction({ ...invocation, method })));
  const hop = { kind: 'api', component: api.name, account: api.account } as const;
  const known =
    missing.length === 0
      ? Trail.START
      : Trail.hop({ ...hop, detail: 'it is not known what it calls' }, unknownFor(...missing));
  return { trail: known.then(() => Trail.best(answers) ?? Trail.START), arrival };
}
