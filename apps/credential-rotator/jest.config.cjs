module.exports = { ...require('../../jest.preset.cjs'), displayName: 'credential-rotator' };
