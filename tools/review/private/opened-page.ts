import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';

/** Opens a page where there is no network; nothing may go wrong on it. */
export async function withPage(file: string, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CULVERT_CHROMIUM'] ?? pathOf('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      offline: true,
    });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('requestfailed', (request) => troubles.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await use(page);
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
  }
}

function pathOf(program: string): string {
  return execFileSync('which', [program], { encoding: 'utf8' }).trim();
}
