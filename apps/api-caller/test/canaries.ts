/** What must never be seen in a log line, an error, its cause or its stack. */
export const canaries = {
  clientSecret: 'canary-client-secret-5b1f',
  nextClientSecret: 'canary-client-secret-next-77ce',
  password: 'canary-password-90aa',
  token: 'canary-token-31d7',
  claim: 'canary-claim-e84c',
  personal: 'canary-personal-2c60',
} as const;

/** The canaries that occur in a text, also in base64. */
export function canariesIn(text: string): string[] {
  return Object.values(canaries).filter(
    (canary) =>
      text.includes(canary) || [0, 1, 2].some((shift) => text.includes(inBase64(canary, shift))),
  );
}

/** What stays the same of it wherever it stands in what was encoded. */
function inBase64(canary: string, shift: number): string {
  const encoded = Buffer.from(`${'-'.repeat(shift)}${canary}`).toString('base64');
  return encoded.replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -4);
}
