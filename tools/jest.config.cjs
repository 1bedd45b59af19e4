const preset = require('../jest.preset.cjs');

const [[, swc]] = Object.entries(preset.transform);

module.exports = {
  ...preset,
  displayName: 'tools',
  roots: [
    '<rootDir>/bundle',
    '<rootDir>/ci',
    '<rootDir>/docs',
    '<rootDir>/review',
    '<rootDir>/plans',
    '<rootDir>/schemas',
    '<rootDir>/test-tools',
  ],
  transform: { '^.+\\.m?[jt]s$': swc },
};
