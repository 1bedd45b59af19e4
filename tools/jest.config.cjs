const preset = require('../jest.preset.cjs');

const [[, swc]] = Object.entries(preset.transform);

module.exports = {
  ...preset,
  displayName: 'tools',
  roots: ['<rootDir>/ci'],
  transform: { '^.+\\.m?[jt]s$': swc },
};
