import { formatTraffic, parseTraffic, trafficOf, wrongPort } from './traffic';

describe('trafficOf', () => {
  it.each([
    [{}, 'tcp every port'],
    [{ port: 443 }, 'tcp 443'],
    [{ port: [443, '8000-8999'] }, 'tcp 443, 8000-8999'],
    [{ port: '53-53', protocol: 'udp' as const }, 'udp 53'],
    [{ protocol: 'icmp' as const }, 'icmp'],
  ])('makes of %j what reads %s', (declared, text) => {
    expect(formatTraffic(trafficOf(declared))).toBe(text);
    expect(formatTraffic(parseTraffic(text))).toBe(text);
  });
});

describe('wrongPort', () => {
  it.each([
    [{ port: '9-8' }, /from the lower port/],
    [{ port: ['1-70000'] }, /up to 65535/],
    [{ port: 1, protocol: 'icmp' as const }, /icmp has none/],
  ])('says what is wrong with %j', (declared, text) => {
    expect(wrongPort(declared)).toMatch(text);
  });

  it('finds nothing wrong with ports that are fine', () => {
    expect(wrongPort({ port: [0, '1-65535'] })).toBeUndefined();
  });
});
