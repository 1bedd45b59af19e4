module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'private-api' };
