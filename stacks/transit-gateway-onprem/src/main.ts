import { join } from 'node:path';
import { estateFromEnvironment } from '@culvert/estate';
import { App } from 'cdktf';
import { TransitGatewayOnprem } from './transit-gateway-onprem';

const estate = estateFromEnvironment({ directory: join(__dirname, '..', '..', 'estates') });
const app = new App({ stackTraces: false });
if (estate.transitGatewayOnprem !== undefined) {
  new TransitGatewayOnprem(app, 'transit-gateway-onprem', estate, estate.transitGatewayOnprem);
}
app.synth();
