import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** What a reader gets to see of Markdown. */
export interface Rendered {
  /** The elements with their attributes, in their order. */
  readonly elements: readonly string[];
  readonly text: string;
  /** The text that is not in `code`, where GitHub looks for mentions and references. */
  readonly prose: string;
}

/** Renders GitHub Flavored Markdown, HTML in it included. */
export function rendered(markdown: string): Rendered {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const elements: string[] = [];
  const text: string[] = [];
  const prose: string[] = [];
  visit(parseFragment(html), false);
  return { elements, text: text.join(''), prose: prose.join('\n') };

  function visit(node: DefaultTreeAdapterTypes.Node, inCode: boolean): void {
    if ('tagName' in node) {
      const attributes = node.attrs.map(({ name, value }) => ` ${name}=${value}`);
      elements.push(`${node.tagName}${attributes.join('')}`);
    }
    if (node.nodeName === '#comment') elements.push('#comment');
    if ('value' in node) {
      text.push(node.value);
      if (!inCode) prose.push(node.value);
    }
    if ('childNodes' in node) {
      for (const child of node.childNodes) visit(child, inCode || node.nodeName === 'code');
    }
  }
}
