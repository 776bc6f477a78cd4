import { BlockList, isIP } from 'node:net';

/**
 * What IANA's registry of special-purpose IPv4 addresses (RFC 6890 and its updates) keeps from the public network,
 * with multicast and the reserved rest.
 */
const SPECIAL_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/**
 * Of IPv6 only 2000::/3 is the public network, less these: protocol assignments with Teredo and ORCHID, 6to4, AS112 and
 * documentation. Whatever carries an IPv4 address within (mapped, NAT64) lies outside of it or among these.
 */
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

/** Names that no public name server answers for, or that clouds give to what must not be reached. */
const PRIVATE_NAME =
  /^(?:localhost|.*\.(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)|metadata|instance-data|ip6-localhost|ip6-loopback)$/;

const special = listOf(SPECIAL_4, 'ipv4');
const public6 = listOf(['2000::/3'], 'ipv6');
const special6 = listOf(SPECIAL_6, 'ipv6');

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/** Whether an IP address, as the system writes it, is none of the public network's. */
export function isForbiddenAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  switch (isIP(bare)) {
    case 4:
      return special.check(bare, 'ipv4');
    case 6:
      return !public6.check(bare, 'ipv6') || special6.check(bare, 'ipv6');
    default:
      return true;
  }
}

/** Whether a host, as URL writes it, is forbidden before anybody is asked for its address. */
export function isForbiddenHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(bare) !== 0) return isForbiddenAddress(bare);
  // A name without a dot is somebody's own network's.
  return bare === '' || !bare.includes('.') || PRIVATE_NAME.test(bare);
}
