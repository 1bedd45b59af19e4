import fc from 'fast-check';
import { gatesWith } from '../../test/relays';
import {
  allowed,
  APPS,
  arrives,
  CALLERS,
  type Chain,
  chains,
  networkOfChain,
} from '../../test/random-chain';
import { Reachability, type Traffic } from '../index';

const PORT = 1001;
const TRAFFIC: Traffic = { protocol: 'tcp', ports: [PORT] };

function searching(chain: Chain): Reachability {
  return new Reachability(networkOfChain(chain), gatesWith());
}

function reaches(search: Reachability, from: string, to: string) {
  return search.reaches({
    from: { kind: 'component', id: from },
    to: { kind: 'component', id: to },
    traffic: TRAFFIC,
  });
}

const PAIRS = CALLERS.flatMap((caller) => APPS.map((app) => [caller, app] as const));

describe('the search', () => {
  it('agrees with one that tries every step', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const search = searching(chain);
        for (const [caller, app] of PAIRS) {
          const { passes, leaks } = reaches(search, caller, app);
          const value = arrives(chain, caller, app, PORT);
          expect([caller, app, passes, leaks]).toEqual([caller, app, { value }, { value }]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('finds backward just those whom it finds forward', () => {
    fc.assert(
      fc.property(chains, fc.constantFrom(...APPS), (chain, app) => {
        const search = searching(chain);
        const found = search
          .sources({ to: { kind: 'component', id: app }, traffic: TRAFFIC })
          .flatMap(({ from }) => from.owners);

        for (const caller of CALLERS) {
          expect(found.includes(caller)).toBe(reaches(search, caller, app).leaks.value);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('finds no fewer when something more is allowed', () => {
    fc.assert(
      fc.property(chains, allowed, (chain, more) => {
        const before = searching(chain);
        const after = searching({ ...chain, allowed: [...chain.allowed, more] });

        for (const [caller, app] of PAIRS) {
          const was = reaches(before, caller, app).passes.value;
          expect(was === true && reaches(after, caller, app).passes.value !== true).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('ends with what blocks, or leads through without', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const search = searching(chain);
        for (const [caller, app] of PAIRS) {
          const { passes, hops } = reaches(search, caller, app);
          const blocking = hops.map(({ effect }) => effect).indexOf('blocks');

          expect(blocking).toBe(passes.value === false ? hops.length - 1 : -1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of what there is', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const turned = searching({
          allowed: chain.allowed.toReversed(),
          forwarded: chain.forwarded.toReversed(),
        });
        for (const [caller, app] of PAIRS) {
          expect(reaches(turned, caller, app).passes).toEqual(
            reaches(searching(chain), caller, app).passes,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
