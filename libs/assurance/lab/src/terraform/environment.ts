/** What Terraform needs of the user's environment: to find programs, its home, and a way out to a registry. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
] as const;

/** Terraform's environment without any AWS: nothing of the user's credentials or profiles is in it. */
export function baseEnvironment(
  user: NodeJS.ProcessEnv,
  temporaryFolder: string,
): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, user[name]])),
    TMPDIR: temporaryFolder,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
}

/**
 * @throws unless every AWS call goes to an embedded AWS on this machine
 */
export function assertEmbedded(environment: NodeJS.ProcessEnv): void {
  const endpoint = environment['AWS_ENDPOINT_URL'];
  const url = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new Error(
      `terraform is not started: AWS_ENDPOINT_URL is ${JSON.stringify(endpoint)}, not an embedded AWS on this machine, so a real account could be changed`,
    );
  }
}
