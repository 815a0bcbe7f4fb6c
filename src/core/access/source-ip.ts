const RANGE = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/** Addresses that no request to AWS comes from: RFC 1918, 6598, 3927, 4193 and loopback. */
const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe[89ab]|::1$)/i;

/** Whether IAM's `IpAddress` takes it: an IPv4 or IPv6 address, or a range of them in CIDR. */
export function isAddressRange(text: string): boolean {
  const { 1: address = '', 2: length = '0' } = RANGE.exec(text) ?? [];
  if (IPV4.test(address)) return Number(length) <= 32;
  return address.includes(':') && URL.canParse(`http://[${address}]/`) && Number(length) <= 128;
}

/** Whether everybody's address is in it. */
export function isEveryAddress(range: string): boolean {
  return range.endsWith('/0');
}

export function isPrivateRange(range: string): boolean {
  return PRIVATE.test(range.split('/', 1)[0] ?? '');
}
