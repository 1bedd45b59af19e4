module.exports = { ...require('../../jest.preset.cjs'), displayName: 'okta-caller' };
