module.exports = { ...require('../../jest.preset.cjs'), displayName: 'cross-account-privatelink' };
