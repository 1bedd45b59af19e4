import { createColors } from 'picocolors';
import type { LabReport } from './report';
import { summary } from './summary';

describe('summary', () => {
  it('says what came of using and of reviewing a stack, and where a secret was found', () => {
    const report: LabReport = {
      version: 1,
      ok: false,
      seconds: 1,
      versions: { terraform: '1.11.4', provider: null, moto: null, node: '22.0.0' },
      estate: 'lab',
      then: [],
      stacks: [
        {
          name: 'okta-caller',
          ok: false,
          seconds: 1,
          resources: 3,
          accounts: [],
          deployed: true,
          secondPlanEmpty: true,
          executed: false,
          execution: {
            executions: 120,
            calls: [{ caller: 'orders', grant: 'password', body: { id: '7' } }],
            load: {
              caller: 'orders',
              executions: 100,
              failed: 1,
              environments: 4,
              tokenRequests: 5,
              secretReads: 6,
            },
            refusal: 'FAILED Forbidden',
            batch: { items: 9, succeeded: 8, failed: 1 },
            rotations: [{ caller: 'orders', rotated: true, executions: 11, failed: 2 }],
            leaks: ['state'],
          },
          reviewed: false,
          review: { flows: 9, proven: 8, findings: 2, accepted: 1 },
          destroyed: true,
          steps: [],
          gaps: [],
        },
      ],
    };

    const text = summary(report, createColors(false));
    expect(text).toContain('orders (password) returned {"id":"7"}');
    expect(text).toContain('4 execution environments, 5 token requests, 6 secret reads');
    expect(text).toContain('orders: rotated during 11 calls, 2 failed');
    expect(text).toContain('okta-caller was reviewed: 8 of 9 flows proven, 2 findings, 1 accepted');
    expect(text).toContain('secrets found in plan, state, logs or histories: state');
  });
});
