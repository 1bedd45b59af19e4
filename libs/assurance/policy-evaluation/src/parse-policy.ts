import { isUnknown, parseJsonWithSymbols, SymbolicText, type Text } from '@culvert/symbolic';
import type { Policy, PolicyVersion, Statement } from './policy';
import { PolicyError } from './policy-error';
import { below, Problems, shown } from './private/problems';
import { readStatement, unreadStatement } from './private/read-statement';
import { readObject, requireKnown } from './private/read-values';

const VERSIONS: readonly PolicyVersion[] = ['2008-10-17', '2012-10-17'];

/**
 * Reads a policy as AWS takes it: one value or a list of them, one statement or several.
 *
 * @param source the policy's JSON, as text or as an object, of which any value may be a symbol
 * @throws PolicyError with every mistake, each with its JSON pointer
 */
export function parsePolicy(source: Text | object): Policy {
  const problems = new Problems();
  const policy = readPolicy(readSource(source, problems), problems);
  if (problems.found.length > 0) {
    throw new PolicyError(problems.found);
  }
  return policy;
}

function readSource(source: Text | object, problems: Problems): unknown {
  if (typeof source !== 'string' && !(source instanceof SymbolicText)) {
    return source;
  }
  try {
    return parseJsonWithSymbols(source);
  } catch {
    // The text is not shown: what is no policy may be a secret put in the wrong place.
    problems.add('', `expected JSON, found ${String(source).length} characters that are none`);
    return { Statement: [] };
  }
}

function readPolicy(value: unknown, problems: Problems): Policy {
  if (isUnknown(value)) {
    return { version: '2012-10-17', statements: [unreadStatement('[0]', value)] };
  }
  const object = readObject(value, '', problems) ?? { Statement: [] };
  requireKnown(object, ['Version', 'Id', 'Statement'], '', problems);
  const version = VERSIONS.find((known) => known === (object['Version'] ?? VERSIONS[0]));
  if (version === undefined) {
    problems.add('/Version', `found ${shown(object['Version'])}: use ${VERSIONS.join(' or ')}`);
  }
  return {
    version: version ?? '2012-10-17',
    statements: readStatements(object['Statement'], problems),
  };
}

function readStatements(value: unknown, problems: Problems): readonly Statement[] {
  if (value === undefined) {
    problems.add('', 'has no Statement: add one');
    return [];
  }
  return Array.isArray(value)
    ? value.map((each, index) =>
        readStatement(each, `[${index}]`, below('/Statement', index), problems),
      )
    : [readStatement(value, '[0]', '/Statement', problems)];
}
