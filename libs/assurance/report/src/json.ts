import type { Report } from './report';

/** The report itself, as `schema/report.schema.json` describes it. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
