import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

/**
 * Type-checks the first TypeScript example of a README as a file of the package it stands in.
 *
 * @param readme path of the README
 * @returns the compiler's errors, one line each; none when the example compiles
 * @throws when the README has no TypeScript example
 */
export function readmeTypeErrors(readme: string): string[] {
  const source = /^```ts\n(.*?)^```$/ms.exec(readFileSync(readme, 'utf8'))?.[1];
  if (source === undefined) {
    throw new Error(`${readme} has no example: start it with a block of TypeScript`);
  }
  const example = join(dirname(readme), 'src', 'readme-example.generated.ts');
  const { options, declarations } = compilation(dirname(readme));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === example || fileExists(file);
  host.readFile = (file) => (file === example ? source : readFile(file));
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([example, ...declarations], options, host);
  return ts.getPreEmitDiagnostics(program).map(describeDiagnostic);
}

function compilation(directory: string) {
  const configFile = join(directory, 'tsconfig.lib.json');
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, directory);
  return {
    options: { ...options, composite: false, declarationMap: false, noEmit: true },
    declarations: fileNames.filter((file) => file.endsWith('.d.ts')),
  };
}

function describeDiagnostic({ file, start, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
  return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
