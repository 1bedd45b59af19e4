module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'workspace',
  testTimeout: 300_000,
};
