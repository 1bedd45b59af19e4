const preset = require('../jest.preset.cjs');

const [[, swc]] = Object.entries(preset.transform);

module.exports = {
  ...preset,
  displayName: 'tools',
  transform: { '^.+\\.m?[jt]s$': swc },
};
