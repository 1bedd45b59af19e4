import { type EmbeddedAws, startEmbeddedAws } from '../src/embedded-aws/embedded-aws';

export { type Account, accountOf } from '../src/embedded-aws/account';

/** Starts one embedded AWS for the tests of a spec file. */
export function embeddedAwsForTests(): () => EmbeddedAws {
  let aws: EmbeddedAws;
  beforeAll(async () => {
    aws = await startEmbeddedAws();
  }, 60_000);
  afterAll(() => aws.stop());
  return () => aws;
}
