module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'secret-cache' };
