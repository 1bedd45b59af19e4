import { dirname, isAbsolute, join } from 'node:path';
import type { ControlPolicies } from '@culvert/access';
import type { ReviewedFile } from '@culvert/report';
import { type Mistake, ReviewError } from '../review-error';
import { readFile } from './read-file';
import type { YamlFile } from './yaml-file';

/** What an organisation attaches to its root, a unit or an account. */
export interface ControlLevel {
  readonly kind: 'service' | 'resource';
  /** @default - all */
  readonly accounts?: readonly string[];
  readonly policies: readonly string[];
}

/** The policies of all levels, read. */
export interface LoadedControlPolicies {
  readonly serviceControl: ControlPolicies;
  readonly resourceControl: ControlPolicies;
  readonly reviewed: readonly ReviewedFile[];
}

const FULL_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};
const OF_AWS = ['FullAWSAccess', 'RCPFullAWSAccess'];

/**
 * Reads the policies that a context names.
 *
 * @throws {@link ReviewError} with every file that cannot be read or is no JSON
 */
export function loadControlPolicies(
  levels: readonly ControlLevel[],
  yaml: YamlFile,
): LoadedControlPolicies {
  const files = new Files(yaml);
  const read = levels.map(({ policies, ...level }, at) => ({
    ...level,
    policies: policies.map((file, position) =>
      OF_AWS.includes(file)
        ? FULL_ACCESS
        : files.read(file, `/controlPolicies/${at}/policies/${position}`),
    ),
  }));
  files.throwIfAny();
  const ofKind = (kind: ControlLevel['kind']): ControlPolicies => {
    const own = read.filter((level) => level.kind === kind);
    const accounts = own.flatMap((level) => level.accounts ?? []);
    return Object.fromEntries(
      [...(own.length > 0 ? ['*'] : []), ...new Set(accounts)].map((account) => [
        account,
        own
          .filter((level) => level.accounts?.includes(account) ?? true)
          .map(({ policies }) => policies),
      ]),
    );
  };
  const [serviceControl, resourceControl] = [ofKind('service'), ofKind('resource')];
  return { serviceControl, resourceControl, reviewed: [...files.reviewed.values()] };
}

class Files {
  public readonly reviewed = new Map<string, ReviewedFile>();
  private readonly mistakes: Mistake[] = [];

  public constructor(private readonly yaml: YamlFile) {}

  public read(name: string, path: string): object {
    const file = isAbsolute(name) ? name : join(dirname(this.yaml.file), name);
    const wrong = (allowed: string) => {
      this.mistakes.push(this.yaml.mistake({ path, value: name, allowed }));
      return {};
    };
    try {
      const { text, sha256 } = readFile(file);
      this.reviewed.set(file, { path: file, kind: 'context', sha256, incomplete: [] });
      const json: unknown = JSON.parse(text);
      const isPolicy = typeof json === 'object' && json !== null && 'Statement' in json;
      return isPolicy ? json : wrong('a file with a policy in JSON');
    } catch (error) {
      // What is no JSON is not shown.
      const [mistake] = error instanceof ReviewError ? error.mistakes : [];
      return wrong(`a file with a policy in JSON${mistake ? `: it ${mistake.allowed}` : ''}`);
    }
  }

  public throwIfAny(): void {
    if (this.mistakes.length > 0) throw new ReviewError(this.mistakes);
  }
}
