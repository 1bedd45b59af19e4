import type { Message } from 'sarif';

/**
 * A plain text message that is nothing but text: braces would be placeholders, and brackets before
 * parentheses a link.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317459
 */
export function plain(text: string): Message & { text: string } {
  return { text: text.replace(/[{}]/g, '$&$&').replaceAll('](', ']\u200b(') };
}
