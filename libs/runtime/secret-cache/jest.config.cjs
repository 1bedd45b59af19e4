module.exports = {
  ...require('../../../jest.preset.cjs'),
  displayName: 'secret-cache',
  testTimeout: 30_000,
};
