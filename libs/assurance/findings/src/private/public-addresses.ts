/** Whether a range is so wide that it stands for the internet, be it cut in pieces. */
export function isPublicRange(range: string): boolean {
  const [address = '', length = ''] = range.split('/');
  const bits = length === '' ? Number.NaN : Number(length);
  // Unique local addresses of IPv6 are not the internet, all of them neither.
  return bits < 8 && !/^f[cd]/i.test(address);
}
