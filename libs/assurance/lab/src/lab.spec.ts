import { twoAccountStack, writeProject } from '../test/fixture-project';
import { temporaryFolder } from '../test/temporary-folder';
import { CannotRunError, type LabOptions, runLab } from './index';

function labOptions(options: Partial<LabOptions>): LabOptions {
  const project = temporaryFolder();
  writeProject(project, { orders: twoAccountStack() });
  const ignore = () => undefined;
  return {
    project,
    estate: 'lab',
    then: [],
    only: [],
    keep: false,
    environment: process.env,
    progress: { note: ignore, output: ignore, started: ignore, ended: ignore },
    signal: new AbortController().signal,
    ...options,
  };
}

describe('runLab', () => {
  it('fails with an error of its own kind when it cannot run', async () => {
    await expect(runLab(labOptions({ only: ['order'] }))).rejects.toThrow(CannotRunError);
  });

  it('fails on a project without stacks', async () => {
    const project = temporaryFolder();
    writeProject(project, {});

    await expect(runLab(labOptions({ project }))).rejects.toThrow('the project has no stack');
  });

  it('ends with the signal’s reason when aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));

    await expect(runLab(labOptions({ signal }))).rejects.toThrow('enough');
  });
});
