import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Estate, loadEstate, type OktaCallerEstate } from '@culvert/estate';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { OktaCaller } from '../src/okta-caller';

const ESTATES = join(__dirname, '..', '..', 'estates');

/** The scenario of an estate, with a change. */
export function synthesise(
  name: string,
  change: (scenario: OktaCallerEstate) => OktaCallerEstate = (same) => same,
): SynthesisedStack {
  const estate: Estate = loadEstate({ name, directory: ESTATES });
  const scenario = change(estate.oktaCaller as OktaCallerEstate);
  const folder = mkdtempSync(join(tmpdir(), 'culvert-bundles-'));
  const bundle = (app: string) => {
    const path = join(folder, `${app}.zip`);
    writeFileSync(path, app);
    return path;
  };
  try {
    return SynthesisedStack.of(
      new OktaCaller(Testing.app(), 'okta-caller', estate, scenario, {
        apiCaller: bundle('api-caller'),
        credentialRotator: bundle('credential-rotator'),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
