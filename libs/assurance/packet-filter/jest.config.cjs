module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'packet-filter' };
