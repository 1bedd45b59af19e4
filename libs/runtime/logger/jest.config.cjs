module.exports = {
  ...require('../../../jest.preset.cjs'),
  displayName: 'logger',
  testTimeout: 30_000,
};
