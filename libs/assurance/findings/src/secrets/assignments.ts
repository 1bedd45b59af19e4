import { isCalledSecret, isMadeUpUnder } from './called-secret';
import { isCode } from './names';

const HINT = /pass|pwd|secret|token|key|credential|psk|auth/i;

const VALUE = `(?:"(?<double>[^"\\n]{3,})"|'(?<single>[^'\\n]{3,})'|(?<plain>[^\\s"',;|&)]{3,}))`;

/** `NAME=value`, `name: value`, `name => value` in scripts, configuration and connection strings. */
const ASSIGNMENT = new RegExp(
  `(?<![\\w.-])(?<name>[A-Za-z_][\\w.-]{1,60})["']?\\s*(?<sign>:=|=>|[=:])\\s*${VALUE}`,
  'g',
);

/** `--password value` on a command line. */
const OPTION = new RegExp(`(?<!\\S)--(?<name>[A-Za-z][\\w-]{1,60})(?<sign> +)${VALUE}`, 'g');

/** Whether a text gives something that is called a secret a value. */
export function assignsSecret(text: string): boolean {
  if (text.length < 8 || !/[=:]|--/.test(text) || !HINT.test(text)) return false;
  return [ASSIGNMENT, OPTION].some((pattern) =>
    Array.from(text.matchAll(pattern)).some(({ groups }) => isSecret(groups ?? {})),
  );
}

function isSecret({ name = '', sign, double, single, plain }: Record<string, string | undefined>) {
  const value = double ?? single ?? plain ?? '';
  if (isCode(value)) return false;
  // After a colon in a sentence there is a word.
  return sign === ':' ? isMadeUpUnder(name, value) : isCalledSecret(name, value);
}
