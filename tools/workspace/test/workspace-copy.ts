import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const ROOT = resolve(__dirname, '..', '..', '..');

/** What a command printed, on both streams, and how it ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A copy of the workspace's files in a folder of its own, to break on purpose. */
export class WorkspaceCopy {
  public readonly folder: string;

  public constructor(prefix = 'culvert-workspace-') {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    for (const file of trackedFiles()) {
      cpSync(join(ROOT, file), join(this.folder, file));
    }
    this.linkPackages();
    this.run('git', 'init', '--quiet', '--initial-branch=main');
    this.commit();
  }

  public read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  public write(file: string, content: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), content);
  }

  /** Makes what is there the base that `nx affected` compares with. */
  public commit(): void {
    this.run('git', 'add', '--all');
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    this.run('git', ...author, 'commit', '--quiet', '--allow-empty', '--message=base');
  }

  public run(command: string, ...args: readonly string[]): CommandResult {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: this.environment(),
    });
    return { exitCode: status, output: stripVTControlCharacters(`${stdout}${stderr}`) };
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Nothing of the Nx that runs the test, and no AWS or Terraform setting, gets through. */
  private environment(): NodeJS.ProcessEnv {
    const { HOME, PATH } = process.env;
    return {
      HOME,
      PATH: `${join(this.folder, 'node_modules', '.bin')}:${PATH}`,
      CHECKPOINT_DISABLE: '1',
      CI: 'true',
      NO_COLOR: '1',
    };
  }

  /** The installed packages are shared; those of the workspace are the copy's own. */
  private linkPackages(): void {
    const installed = join(ROOT, 'node_modules');
    const target = join(this.folder, 'node_modules');
    mkdirSync(target);
    for (const name of readdirSync(installed)) {
      if (name !== '@culvert') {
        symlinkSync(join(installed, name), join(target, name));
      }
    }
    cpSync(join(installed, '@culvert'), join(target, '@culvert'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const nested of globSync('{apps,libs,stacks,tools}/**/node_modules', { cwd: ROOT })) {
      symlinkSync(join(ROOT, nested), join(this.folder, nested));
    }
  }
}

function trackedFiles(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return stdout.trim().split('\n');
}
