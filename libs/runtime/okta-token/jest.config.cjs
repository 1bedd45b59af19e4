module.exports = {
  ...require('../../../jest.preset.cjs'),
  displayName: 'okta-token',
  testTimeout: 30_000,
};
