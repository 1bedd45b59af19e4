import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { formatHtml } from '../src/html/html';
import type { Report } from '../src/report';

/** Opens a report, uses it, and closes it; nothing may have gone wrong. */
export async function withReport(
  browser: Browser,
  report: Report,
  use: (page: Page) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'culvert-report-'));
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  try {
    const file = join(folder, 'report.html');
    writeFileSync(file, formatHtml(report));
    const url = pathToFileURL(file).href;
    await context.setOffline(true);
    const page = await context.newPage();
    const troubles = watched(page, url);
    await page.goto(url);
    await use(page);
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

function watched(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url) troubles.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return troubles;
}
