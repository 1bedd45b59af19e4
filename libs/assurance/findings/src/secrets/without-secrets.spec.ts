import { withoutSecrets } from './without-secrets';

const GITHUB = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6'}`;
const KEY = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----';

describe('withoutSecrets', () => {
  it.each([
    [
      `aws_instance.a["${GITHUB}"] and ${GITHUB}`,
      'aws_instance.a["[a GitHub token]"] and [a GitHub token]',
    ],
    [`Sid ${KEY}`, '[a private key]'],
    ['module.a.aws_lb.b["eu-central-1"]', 'module.a.aws_lb.b["eu-central-1"]'],
    ['arn:aws:iam::111111111111:role/a', 'arn:aws:iam::111111111111:role/a'],
  ])('makes of %j %j', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });
});
