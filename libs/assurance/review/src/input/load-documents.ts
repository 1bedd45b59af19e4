import { basename, dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import type { ReviewedFile } from '@culvert/report';
import { DocumentError, loadDocument, type TerraformDocument } from '@culvert/terraform-graph';
import { type Mistake, ReviewError } from '../review-error';
import { digest } from './read-file';

/** Plans and states that were read. */
export interface LoadedDocuments {
  readonly documents: readonly TerraformDocument[];
  readonly reviewed: readonly ReviewedFile[];
}

/**
 * Reads plans and states.
 *
 * @throws {ReviewError} with everything that is wrong with them
 */
export function loadDocuments(
  files: readonly string[],
  progress: (text: string) => void = () => undefined,
): LoadedDocuments {
  const mistakes: Mistake[] = [];
  const documents: TerraformDocument[] = [];
  const reviewed: ReviewedFile[] = [];
  for (const [index, file] of files.entries()) {
    progress(`reading ${file}`);
    try {
      const document = loadDocument(file, { name: namesOf(files)[index] ?? file });
      const sha256 = digest(readFileSync(file));
      documents.push(document);
      reviewed.push({ path: file, kind: document.kind, sha256, incomplete: document.incomplete });
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      mistakes.push({ file, path: '', allowed: error.message.slice(`${file}: `.length) });
    }
  }
  if (mistakes.length > 0) throw new ReviewError(mistakes);
  return { documents, reviewed };
}

/** What tells files apart: their own names, else those of their folders, else their paths. */
export function namesOf(files: readonly string[]): readonly string[] {
  const paths = files.map((file) => file.replace(/\.json$/, ''));
  const ways = [
    (path: string) => basename(path),
    (path: string) => basename(dirname(path)),
    (path: string) => path,
  ];
  const distinct = ways.find((name) => new Set(paths.map(name)).size === paths.length);
  return paths.map(distinct ?? ((path, index) => `${path}#${index + 1}`));
}
