export { oktaCaller } from './okta-caller';
