module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'load-balancing' };
