import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { isForbiddenAddress, isForbiddenHost } from './forbidden.ts';

/** Ports that public sites are served at; others belong to services that are none of ours. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);

/** Thrown where a name turns out to stand for an address that is not public. */
class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

/** What an answer may cost. */
export interface WebLimits {
  /** Bytes of a body, as sent and as unpacked. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly connectMs: number;
  /** From the request to the last byte of its answer. */
  readonly wholeMs: number;
}

/** Connections that lead to public addresses only, or to hosts that the operator allows. */
export interface Connections {
  /** Why an address may not be asked, before anything is looked up; undefined where it may. */
  objection(url: URL): string | undefined;
  /** What to ask it through. */
  to(url: URL): Dispatcher;
  close(): Promise<void>;
}

/**
 * Looks a name up and refuses it where any of its addresses is forbidden. What it gives is what the socket connects to:
 * nothing is looked up a second time, so a name server that answers differently the next time gains nothing.
 */
function guarded(resolve: LookupFunction): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const addresses = Array.isArray(found) ? found : [];
      if (addresses.length === 0 || addresses.some(({ address }) => isForbiddenAddress(address))) {
        return callback(new ForbiddenAddress(`${host} has no public address`), '', 0);
      }
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

/** Opens nothing yet. `privateHosts` are names, with or without a port, that may be anywhere and at any port. */
export function connections(
  privateHosts: readonly string[],
  limits: WebLimits,
  resolve: LookupFunction = lookup,
): Connections {
  const allowed = new Set(privateHosts.map((host) => host.toLowerCase()));
  const options = (connect: { readonly lookup?: LookupFunction }) => ({
    connect: { ...connect, timeout: limits.connectMs },
    connections: 1,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.wholeMs,
    bodyTimeout: limits.wholeMs,
  });
  const outside = new Agent(options({ lookup: guarded(resolve) }));
  const inside = new Agent(options({ lookup: resolve }));
  const isAllowed = (url: URL) => allowed.has(url.host) || allowed.has(url.hostname);

  return {
    objection(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return `${url.protocol.replace(':', '')} is neither http nor https`;
      }
      if (url.username !== '' || url.password !== '') return 'it holds a user name or a password';
      if (isAllowed(url)) return undefined;
      if (!PORTS.has(url.port)) return `port ${url.port} is none of the web’s`;
      return isForbiddenHost(url.hostname) ? `${url.hostname} is no public address` : undefined;
    },
    to: (url) => (isAllowed(url) ? inside : outside),
    async close() {
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}
