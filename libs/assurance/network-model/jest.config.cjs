module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'network-model' };
