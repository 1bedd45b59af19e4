import { basename, dirname } from 'node:path';
import type { ReviewedFile } from '@culvert/report';
import {
  Configuration,
  DocumentError,
  loadDocument,
  type TerraformDocument,
} from '@culvert/terraform-graph';
import { type Mistake, ReviewError } from '../review-error';
import { digestOfFile } from './read-file';

/** Plans and states that were read. */
export interface LoadedDocuments {
  readonly documents: readonly TerraformDocument[];
  readonly reviewed: readonly ReviewedFile[];
}

/**
 * Reads plans and states, and gives each plan the configuration that it was made of.
 *
 * @param configurations in Terraform's JSON syntax, in any order
 * @throws {ReviewError} with everything that is wrong with them
 */
export function loadDocuments(
  files: readonly string[],
  configurations: readonly string[] = [],
  progress: (text: string) => void = () => undefined,
): LoadedDocuments {
  const mistakes: Mistake[] = [];
  const documents: TerraformDocument[] = [];
  const reviewed: ReviewedFile[] = [];
  const read = (file: string, load: () => ReviewedFile) => {
    progress(`reading ${file}`);
    try {
      reviewed.push(load());
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      mistakes.push({ file, path: '', allowed: error.message.slice(`${file}: `.length) });
    }
  };
  for (const [index, file] of files.entries()) {
    read(file, () => {
      const document = loadDocument(file, { name: namesOf(files)[index] ?? file });
      documents.push(document);
      return { ...reviewedFile(file, document.kind), incomplete: document.incomplete };
    });
  }
  for (const file of configurations) {
    read(file, () => {
      const configuration = Configuration.load(file);
      const [first] = documents;
      const plan = documents.find((document) => configuration.isOf(document)) ?? first;
      if (plan !== undefined) documents[documents.indexOf(plan)] = plan.with(configuration);
      return reviewedFile(file, 'configuration');
    });
  }
  if (mistakes.length > 0) throw new ReviewError(mistakes);
  return { documents, reviewed };
}

function reviewedFile(path: string, kind: ReviewedFile['kind']): ReviewedFile {
  return { path, kind, sha256: digestOfFile(path), incomplete: [] };
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
