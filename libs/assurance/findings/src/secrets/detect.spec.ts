import { secretsIn } from './detect';

/** Made up, as long as any of them needs. */
const MIXED = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY1z2A3b4C5d6E7f8G9h0J'.repeat(2);
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const PASSWORD = 'Tr0ub4dor3';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const kindsIn = (text: string, name = '') => [...secretsIn(text, name)].map(({ kind }) => kind);

describe('what is in a text', () => {
  // In pieces, so that no scanner takes these for real ones.
  it.each([
    ['a Databricks token', `dapi${HEX.slice(0, 32)}`],
    ['a Docker Hub token', `dckr${`_pat_${MIXED}`.slice(0, 33)}`],
    ['a Doppler token', `dp.pt.${MIXED.slice(0, 43)}`],
    ['a Google client secret', `GOCSPX${`-${MIXED}`.slice(0, 29)}`],
    ['a Google token', `ya29.${MIXED}`],
    ['a Grafana token', `glsa_${MIXED.slice(0, 32)}_${HEX.slice(0, 8)}`],
    ['a Hugging Face token', `hf_${MIXED.slice(0, 34)}`],
    ['a key of an AI service', `sk-${MIXED.slice(0, 20)}T3BlbkFJ${MIXED.slice(0, 20)}`],
    ['a Mailchimp key', `${HEX.slice(0, 32)}-us12`],
    ['a Postman key', `PMAK-${HEX.slice(0, 24)}-${HEX.slice(0, 34)}`],
    ['a Pulumi token', `pul-${HEX.slice(0, 40)}`],
    ['a Shopify token', `shpat_${HEX.slice(0, 32)}`],
    ['a Square token', `sq0atp-${MIXED.slice(0, 22)}`],
    ['a Telegram token', `123456789:AA${MIXED.slice(0, 33)}`],
    ['an Atlassian token', `ATATT3xFfGF0${MIXED}`],
    ['an Azure client secret', `abc8Q~${MIXED.slice(0, 34)}`],
    ['an Azure shared access signature', `https://a.example/c?sv=1&sig=${MIXED.slice(0, 43)}%3D`],
    ['a Discord webhook', `https://discord.com/api/webhooks/123456789012345678/${MIXED}`],
    ['a token in a URL', `https://${MIXED.slice(0, 36)}@git.example/a/b`],
    ['a private key', JSON.stringify({ kty: 'RSA', n: MIXED, e: 'AQAB', d: MIXED })],
  ])('is %s', (kind, text) => {
    expect(kindsIn(text)).toContain(kind);
  });

  it.each([
    ['of the client of npm', `//registry.example/:_auth=${base64(`bob:${PASSWORD}`)}`],
    ['with a UUID', '//registry.example/:_authToken=3f2b1a44-1c5d-4e6f-8a9b-0c1d2e3f4a5b'],
    ['in a command of curl', `curl -sS -u admin:${PASSWORD} https://a.example`],
    ['in a command of mysql', `mysql -uroot -p${PASSWORD} -h db`],
    ['in a command of psql', `PGPASSWORD=${PASSWORD} psql -h db`],
    ['in a command of ssh', `sshpass -p '${PASSWORD}' ssh a@b`],
    ['in a .pgpass', `db.internal:5432:app:app:${PASSWORD}`],
    ['in a .netrc', `machine a.example\n  login bob\n  password ${PASSWORD}\n`],
    ['in XML', `<password>${PASSWORD}</password>`],
    ['in XML by attributes', `<add key="ApiKey" value="${MIXED.slice(0, 32)}"/>`],
    ['in PHP', `define('DB_PASSWORD', '${PASSWORD}');`],
  ])('is a secret %s', (_where, text) => {
    expect(kindsIn(text)).toEqual(['a secret in a text']);
  });

  it('is the login of a registry', () => {
    const login = { auths: { 'registry.example': { auth: base64(`bob:${PASSWORD}`) } } };

    expect(kindsIn(JSON.stringify(login))).toEqual(['what its name says is a secret']);
  });

  it.each([
    ['a hash', HEX, ''],
    ['a hash of Subresource Integrity', `sha384-${base64(MIXED).slice(0, 64)}`, ''],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${base64(MIXED)}\n`, 'certificate'],
    ['a public key', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${MIXED.slice(0, 43)} a`, 'public_key'],
    ['a public JSON Web Key', JSON.stringify({ kty: 'RSA', n: MIXED, e: 'AQAB' }), ''],
    ['what KMS has encrypted', `AQICAHh${base64(MIXED)}`, 'ciphertext_blob'],
    ['an id of a key', '3f2b1a44-1c5d-4e6f-8a9b-0c1d2e3f4a5b', 'kms_key_id'],
    ['a picture', `data:image/png;base64,iVBORw0KGgo${base64(MIXED)}`, ''],
    ['a record of DKIM', `v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ${MIXED}`, ''],
    ['code that reads it', 'const password = event.body.password; const token = read();', ''],
    ['a script that reads it', 'export DB_PASSWORD=$(aws ssm get-parameter --name /a)', ''],
    ['a file for cloud-init', '#cloud-config\nssh_pwauth: false\nlock_passwd: true\n', ''],
    ['a header', 'Authorization', 'authorization'],
    ['a user of git', 'ssh://git@github.com/a/b.git', ''],
    ['a sentence', 'Password policy: at least 14 characters', 'description'],
  ])('is no secret: %s', (_what, text, name) => {
    expect(kindsIn(text, name)).toEqual([]);
  });
});
