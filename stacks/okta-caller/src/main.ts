import { join } from 'node:path';
import { estateFromEnvironment } from '@culvert/estate';
import { App } from 'cdktf';
import { OktaCaller } from './okta-caller';

const estate = estateFromEnvironment({ directory: join(__dirname, '..', '..', 'estates') });
const app = new App({ stackTraces: false });
if (estate.oktaCaller !== undefined) {
  new OktaCaller(app, 'okta-caller', estate, estate.oktaCaller, {
    apiCaller: require.resolve('@culvert/api-caller/bundle.zip'),
    credentialRotator: require.resolve('@culvert/credential-rotator/bundle.zip'),
  });
}
app.synth();
