module.exports = { ...require('../../jest.preset.cjs'), displayName: 'transit-gateway-onprem' };
