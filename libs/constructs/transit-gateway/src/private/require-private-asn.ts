/**
 * @throws when AWS would not take the number for its own side of a BGP session
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
 */
export function requirePrivateAsn(owner: string, asn: number): void {
  const sixteenBits = asn >= 64_512 && asn <= 65_534;
  const thirtyTwoBits = asn >= 4_200_000_000 && asn <= 4_294_967_294;
  if (!Number.isInteger(asn) || !(sixteenBits || thirtyTwoBits)) {
    throw new Error(
      `${owner} has the ASN ${asn}: choose a private one, 64512 to 65534 or 4200000000 to 4294967294`,
    );
  }
}
