module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'flow-check' };
