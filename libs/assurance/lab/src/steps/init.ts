import type { Step } from './step';

export const init: Step = {
  name: 'init',
  async run({ terraform }) {
    await terraform.run(['init', '-no-color']);
    return {};
  },
};
