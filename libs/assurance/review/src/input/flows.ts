import schema from '../schema/flows.schema.json';
import type { Mistake } from '../review-error';
import { SchemaCheck } from './check-schema';
import { type LoadedYaml, loadYaml } from './load-yaml';

/** Where traffic begins or ends, as a file says it. */
export type End =
  | string
  | { readonly resource: string }
  | { readonly tag: Readonly<Record<string, string>> }
  | { readonly cidr: string }
  | { readonly address: string }
  | { readonly account: string };

export type Ends = End | readonly End[];

/** A port, or a range such as `8000-8999`. */
export type Port = number | string;

type Protocol = 'tcp' | 'udp' | 'icmp' | 'icmpv6';

/** Ends and what goes between them. */
export interface Declared {
  readonly name: string;
  readonly from: Ends;
  readonly to: Ends;
  readonly port?: Port | readonly Port[];
  readonly protocol?: Protocol;
  /** The flow applies only where there is such a resource. */
  readonly given?: string;
}

/** A flow with its request. */
export interface DeclaredFlow extends Declared {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  readonly as?: string;
  readonly authorized: boolean;
  readonly action?: string;
}

/** A flow that must be possible. */
export interface DeclaredReach extends DeclaredFlow {
  readonly via: readonly string[];
}

/** An action that an identity may do, or must not. */
export interface DeclaredAccess {
  readonly name?: string;
  readonly as: string;
  readonly action: string;
  readonly to: string;
  readonly expect: 'allowed' | 'denied';
  readonly given?: string;
}

/** A file of flows. */
export interface Flows {
  /** The document of addresses that name none. */
  readonly document?: string;
  readonly reach?: readonly DeclaredReach[];
  readonly only?: readonly Declared[];
  readonly never?: readonly DeclaredFlow[];
  readonly access?: readonly DeclaredAccess[];
}

/** Where the flows of a file stand. */
export type Section = 'reach' | 'only' | 'never' | 'access';

const SECTIONS: readonly Section[] = ['reach', 'only', 'never', 'access'];
const FLOWS = new SchemaCheck<Flows>(schema);

/** @throws {@link ReviewError} with everything that is wrong in the file itself */
export function loadFlows(file: string): LoadedYaml<Flows> {
  return loadYaml(file, 'flows', FLOWS);
}

/** Names that are there twice, in any of the files. */
export function repeatedNames(files: readonly LoadedYaml<Flows>[]): readonly Mistake[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ value, yaml }) =>
    SECTIONS.flatMap((kind) =>
      (value[kind] ?? []).flatMap(({ name }, index) => {
        if (name === undefined) return [];
        const first = seen.get(name);
        const path = `/${kind}/${index}/name`;
        if (first === undefined) {
          const { line, file } = yaml.mistake({ path, allowed: '' });
          seen.set(name, `${file}:${line}`);
          return [];
        }
        return [yaml.mistake({ path, value: name, allowed: `a name of its own: ${first} has it` })];
      }),
    ),
  );
}

/** Each flow as a file of its own. */
export function oneByOne(file: LoadedYaml<Flows>): readonly LoadedYaml<Flows>[] {
  const { document, reach = [], only = [], never = [], access = [] } = file.value;
  const rest = document === undefined ? {} : { document };
  return [
    ...reach.map((each) => ({ reach: [each] })),
    ...only.map((each) => ({ only: [each] })),
    ...never.map((each) => ({ never: [each] })),
    ...access.map((each) => ({ access: [each] })),
  ].map((value) => ({ ...file, value: { ...rest, ...value } }));
}
