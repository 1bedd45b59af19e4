/**
 * The texts in which a secret may be seen: itself, and in base64, also in the middle of a longer text
 * such as the `client:secret` of Basic authentication, which may be escaped first. A form of less than
 * four characters would be found by chance, and is left out.
 */
export function encodedForms(secret: string): readonly string[] {
  const texts = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(Buffer.from(secret).toString()),
    new URLSearchParams([['', secret]]).toString().slice(1),
  ];
  const base64 = texts.flatMap((text) => base64Forms(Buffer.from(text)));
  return [...new Set([secret, ...base64.filter((form) => form.length >= 4)])];
}

/** What stays the same whatever comes before and after: three alignments, two alphabets. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((8 * offset) / 6);
    const last = Math.floor((8 * padded.length) / 6);
    return (['base64', 'base64url'] as const).map((alphabet) =>
      padded.toString(alphabet).slice(first, last),
    );
  });
}
