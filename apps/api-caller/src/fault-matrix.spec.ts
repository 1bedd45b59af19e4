import { TestCertificateAuthority } from '@culvert/loopback';
import { canaries, canariesIn } from '../test/canaries';
import { eventually } from '../test/eventually';
import { ExecutionEnvironment } from '../test/execution-environment';
import type { Fault } from '../test/fault';
import { faultMatrix } from '../test/fault-matrix';
import { order, Setting } from '../test/setting';

const INPUT = {
  method: 'GET',
  path: '/orders/o-1',
  query: { name: canaries.personal },
  responseSchema: 'order',
  correlationId: 'execution-1',
};

describe('fault matrix', () => {
  const lambda = new ExecutionEnvironment();
  let authority: TestCertificateAuthority;
  let stranger: TestCertificateAuthority;
  let setting: Setting;

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
    stranger = await TestCertificateAuthority.create();
  });
  afterEach(() => setting.stop());
  afterAll(() => lambda.stop());

  it.each(faultMatrix.map((row) => ({ ...row, result: row.error ?? 'success' })))(
    '$area, $fault: $result after $attempts',
    async (fault) => {
      const { secret = [], versions, environment, input, remainingMs, after } = fault;
      setting = await Setting.start({ authority, ...fault, ...(await tlsOf(fault)) });
      setting.aws.secretFails(...secret);
      if (versions) {
        setting.aws.secretIs(...versions.map((version) => ({ ca: authority.ca, ...version })));
      }
      await lambda.start(setting.environment(environment));
      const invoke = () => lambda.invoke({ ...INPUT, ...input }, remainingMs);

      if (after !== undefined) {
        expect(await invoke()).toMatchObject({ result: { status: 200 } });
        await lambda.pass(after);
      }
      const reports = await Promise.all(Array.from({ length: fault.concurrent ?? 1 }, invoke));

      for (const { result, error } of reports) {
        expect(error?.errorType).toBe(fault.error);
        if (fault.error === undefined) expect(result).toMatchObject({ status: 200, body: order });
      }
      await eventually(() => attempts(fault) >= fault.attempts);
      expect(attempts(fault)).toBe(fault.attempts);
      expect(canariesIn(JSON.stringify(reports.map(({ result: _, ...seen }) => seen)))).toEqual([]);
    },
  );

  async function tlsOf({ tls, counted }: Fault) {
    const issuer = tls === 'another authority' ? stranger : authority;
    const options = {
      ...(await issuer.server({
        expired: tls === 'expired',
        ...(tls === 'another name' && { names: ['elsewhere.example'] }),
      })),
      ...(tls === 'TLS 1.1' && {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    };
    return counted === 'okta' ? { oktaTls: options } : { apiTls: options };
  }

  function attempts({ counted }: Fault): number {
    return counted === 'secret' ? setting.aws.secretReads : setting[counted].received.length;
  }
});
