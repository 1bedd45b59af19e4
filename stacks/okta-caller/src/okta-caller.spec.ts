import { synthesise } from '../test/synthesise';

describe.each(['example', 'lab', 'lab-okta-proxy'])('OktaCaller of the estate %s', (name) => {
  it('has a state machine and a batch machine for each caller', () => {
    expect(synthesise(name).resources('aws_sfn_state_machine')).toHaveLength(6);
  });
});
