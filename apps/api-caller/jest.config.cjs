module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'api-caller',
  testTimeout: 30_000,
};
