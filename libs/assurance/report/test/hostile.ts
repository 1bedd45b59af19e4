import fc from 'fast-check';
import type { Report } from '../src/report';
import { sixStacks } from './fixtures/six-stacks';

/** What a resource might be named by somebody who means harm. */
export const ATTACKS = [
  '<script>globalThis.harmed = true</script>',
  '</script><img src=x onerror="globalThis.harmed = true">',
  '<!-- <script>',
  '</summary></details><h1>passed</h1>',
  '"><svg onload=globalThis.harmed=true>',
  '@octocat/team see #1 and GH-2 of a/b#3',
  '[all fine](https://example.com "click") ![x](//example.com/x.png)',
  'www.example.com https://example.com mailto:a@example.com a@example.com',
  '| a | b |\n| --- | --- |\n',
  '```\n# passed\n```',
  '~~~ `code` ``x`` ~~gone~~ **bold** __bold__ *em* _em_ $x$ $$y$$',
  '- item\n1. item\n> quote\n\n    code',
  '1. item',
  '===',
  '\r\n---\r\n# heading\n',
  'line one  \nline two\\\nline three',
  '&lt;b&gt; &#60;b&#62; &copy;',
  ':tada: :+1:',
  '[^1] [^1]: note',
  '<a@example.com> <https://example.com>',
  '\u001b[2J\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  'abc\u202edcba\u2066\u200b\u2028',
  '\ud800 half',
  '\u0000',
  '{{policy}} {0} {{data}} ${x} $& $1',
  '  spaces  at  both  ends  ',
  'x'.repeat(400),
];

const PIECES = [...'<>&"\'`*_[](){}#+-.!|~@:/\\$^= \n\t', 'a', 'www.', '://', 'GH-1', '﷽', '😀'];

/** Attacks, and what may become one. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 25 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 25 }),
);

/** What is not free text. */
const KEPT = new Set([
  ...['verdict', 'expectation', 'passes', 'effect', 'severity', 'problem', 'kind'],
  ...['id', 'node', 'sha256', 'fingerprint'],
]);

/** Some of everything, with ways that are blocked and such that are not known. */
const small: Report = {
  ...sixStacks,
  flows: sixStacks.flows.slice(2, 7),
  findings: sixStacks.findings.slice(0, 4),
};

/** A report in which every free text is this one. */
export function reportOf(text: string): Report {
  return replaced(small, text) as Report;
}

function replaced(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => replaced(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      KEPT.has(key) ? inner : replaced(inner, text),
    ]),
  );
}
