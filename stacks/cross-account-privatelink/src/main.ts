import { join } from 'node:path';
import { estateFromEnvironment } from '@culvert/estate';
import { App } from 'cdktf';
import { CrossAccountPrivatelink } from './cross-account-privatelink';

const estate = estateFromEnvironment({ directory: join(__dirname, '..', '..', 'estates') });
const app = new App({ stackTraces: false });
if (estate.crossAccountPrivatelink !== undefined) {
  new CrossAccountPrivatelink(
    app,
    'cross-account-privatelink',
    estate,
    estate.crossAccountPrivatelink,
  );
}
app.synth();
