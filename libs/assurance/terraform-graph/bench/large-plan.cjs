const { closeSync, openSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const PLAN = join(__dirname, '../test/hcl/modules/plan.json');

/** Writes a plan of about as many resources: copies of a small one, each a module. Gives their number. */
function writePlan(file, resources) {
  const plan = JSON.parse(readFileSync(PLAN, 'utf8'));
  const copies = Math.max(1, Math.round(resources / plan.resource_changes.length));
  const names = Array.from({ length: copies }, (_, index) => `copy_${index}`);
  const target = openSync(file, 'w');
  const list = (text) =>
    names.forEach((name, index) => writeSync(target, `${index === 0 ? '' : ','}${text(name)}`));
  const { resource_changes, planned_values, prior_state, configuration, variables, ...rest } = plan;
  writeSync(target, `${JSON.stringify({ ...rest, variables }).slice(0, -1)},"resource_changes":[`);
  list((name) => resource_changes.map((change) => JSON.stringify(moved(change, name))).join());
  writeSync(target, '],"planned_values":{"root_module":{"child_modules":[');
  list((name) => JSON.stringify(moved(planned_values.root_module, name)));
  writeSync(
    target,
    ']}},"prior_state":{"format_version":"1.0","values":{"root_module":{"child_modules":[',
  );
  list((name) => JSON.stringify(moved(prior_state.values.root_module, name)));
  writeSync(
    target,
    `]}}},"configuration":{"provider_config":${JSON.stringify(configuration.provider_config)},"root_module":{"module_calls":{`,
  );
  list(
    (name) =>
      `"${name}":${JSON.stringify({ source: './copy', module: configuration.root_module })}`,
  );
  writeSync(target, '}}}}');
  closeSync(target);
  return copies * resource_changes.length;
}

/** The same inside of a module, with names of its own: every address begins with the module's. */
function moved(value, name) {
  const text = JSON.stringify(value, (key, inner) =>
    inner === 'caller'
      ? `caller-${name}`
      : ['address', 'module_address'].includes(key) && typeof inner === 'string'
        ? `module.${name}.${inner}`
        : inner,
  );
  const copy = JSON.parse(text);
  if (copy.change !== undefined) return { module_address: `module.${name}`, ...copy };
  return copy.address === undefined ? { address: `module.${name}`, ...copy } : copy;
}

module.exports = { writePlan };
