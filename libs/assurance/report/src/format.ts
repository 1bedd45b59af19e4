import { formatAttestation } from './attestation';
import { formatHtml } from './html/html';
import { formatJson } from './json';
import { formatMarkdown } from './markdown/markdown';
import type { Report } from './report';
import { formatSarif } from './sarif/sarif';
import { formatTable, type TableOptions } from './table';

/** The name of a format. */
export type Format = 'table' | 'json' | 'sarif' | 'markdown' | 'html' | 'attestation';

const FORMATTERS: Readonly<Record<Format, (report: Report, options: TableOptions) => string>> = {
  table: formatTable,
  json: formatJson,
  sarif: formatSarif,
  markdown: (report) => formatMarkdown(report),
  html: formatHtml,
  attestation: formatAttestation,
};

/** The names of all formats. */
export const FORMATS = Object.keys(FORMATTERS) as Format[];

/** Writes a report in a format. The options are the table's. */
export function format(report: Report, as: Format, options: TableOptions = {}): string {
  return FORMATTERS[as](report, options);
}
