import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Chromium: `CULVERT_CHROMIUM`, else `chromium` on the PATH. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CULVERT_CHROMIUM'] ?? onPath('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

function onPath(program: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, program)).find(isExecutable);
  if (found === undefined) {
    throw new Error(`${program} is not on the PATH: install it, or set CULVERT_CHROMIUM`);
  }
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
