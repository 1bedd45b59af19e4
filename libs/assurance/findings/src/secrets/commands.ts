import { isCalledSecret } from './called-secret';
import { isCode, mayBeSecret } from './names';

/** Where commands and files have a password that no name stands before. */
const PLACES: readonly RegExp[] = [
  /\bcurl\b[^\n]*?\s(?:-u|--user)[ =]?["']?[^\s:"']+:(?<value>[^\s"']{3,})/g,
  /\bmysql\w*\b[^\n]*?\s-p(?<value>[^\s'"]{4,})/g,
  /\bsshpass\s+-p\s*["']?(?<value>[^\s'"]{3,})/g,
  /\bmachine\s+\S+\s+login\s+\S+\s+password\s+(?<value>\S{3,})/g,
  /^[\w.*-]+:(?:\d{1,5}|\*):[\w*-]+:[\w*-]+:(?<value>[^\s:]{3,})$/gm,
];

/** Where a name and its value stand in XML, and in PHP. */
const PAIRS: readonly RegExp[] = [
  /<(?<name>[\w.:-]{2,60})>(?<value>[^<\s]{3,})<\/\k<name>>/g,
  /\b(?:key|name)="(?<name>[\w.:-]{2,60})"\s+value="(?<value>[^"\s]{3,})"/gi,
  /\bdefine\(\s*["'](?<name>\w{2,60})["']\s*,\s*["'](?<value>[^"'\n]{3,})["']/g,
];

const HINT = /curl\s|mysql|sshpass|machine\s|:(?:\d{1,5}|\*):|<\/|value="|define\(/i;

/** Whether a script or a file of a tool has a password in it. */
export function givesPassword(text: string): boolean {
  if (text.length < 8 || !HINT.test(text)) return false;
  const found = (patterns: readonly RegExp[], is: (value: string, name: string) => boolean) =>
    patterns.some((pattern) =>
      Array.from(text.matchAll(pattern)).some(({ groups: { name = '', value = '' } = {} }) => {
        return !isCode(value) && is(value, name);
      }),
    );
  return found(PLACES, mayBeSecret) || found(PAIRS, (value, name) => isCalledSecret(name, value));
}
