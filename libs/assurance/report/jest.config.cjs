const preset = require('../../../jest.preset.cjs');

/** Published as ES modules only; jest compiles them, as those of the preset. */
const esModules = [
  ...['micromark', 'decode-named-character-reference', 'character-entities', 'devlop'],
  ...['ccount', 'parse5', 'entities'],
].join('|');
const [toCommonJs] = Object.values(preset.transform);

module.exports = {
  ...preset,
  displayName: 'report',
  transform: { ...preset.transform, [`/node_modules/(${esModules})[^/]*/.+\\.js$`]: toCommonJs },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules}))`],
};
