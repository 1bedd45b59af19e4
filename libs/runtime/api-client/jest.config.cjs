module.exports = {
  ...require('../../../jest.preset.cjs'),
  displayName: 'api-client',
  testTimeout: 30_000,
};
