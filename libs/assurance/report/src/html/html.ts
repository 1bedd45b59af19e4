import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exposedOutside } from '../private/sorted';
import { EXPECTATIONS } from '../private/words';
import type { Report } from '../report';
import { layout } from './layout';

const ASSETS = join(__dirname, '..', '..', 'assets');
const STYLES = ['page.css', 'lists.css', 'drawing.css', 'detail.css'];

/** Each after those that it imports. */
const SCRIPTS = ['element.js', 'drawing.js', 'detail.js', 'page.js'];

/**
 * One file that needs no network: a drawing, the flows and the findings, to be searched and followed.
 * What a plan says reaches the page as data, and is shown as text only.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP
 */
export function formatHtml(report: Report): string {
  const style = STYLES.map(asset).join('');
  const script = SCRIPTS.map(asset).map(withoutModules).join('');
  const parts: Readonly<Record<string, string>> = {
    policy: [
      "default-src 'none'",
      `style-src '${digest(style)}'`,
      `script-src '${digest(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    style,
    script,
    data: asData({
      report: shown(report),
      scene: layout(report),
      expectations: EXPECTATIONS,
    }),
  };
  return asset('page.html').replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** Without what the page does not show. */
function shown({ drawing: _drawing, grants: _grants, exposures, ...rest }: Report): object {
  return { ...rest, exposures: exposedOutside(exposures) };
}

/** JSON that no HTML parser takes for the end of its element, or for a comment. */
function asData(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The modules import nothing but each other: in one script they need not. */
function withoutModules(script: string): string {
  return script.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '');
}

function asset(name: string): string {
  return readFileSync(join(ASSETS, name), 'utf8');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
