import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connections, type WebLimits } from './connections.ts';
import { type Exchanged, exchange } from './exchange.ts';
import { webFailure } from './failure.ts';
import { politeHosts } from './hosts.ts';
import type { Web, WebAnswer, WebClock, WebFailure, WebRequest } from './web.ts';

const MOST_REDIRECTS = 10;
const LONGEST_URL = 4_000;
const AGENT = 'BriefingAssistant/0.1 (news reader)';

const LIMITS: WebLimits = {
  bodyBytes: 10_000_000,
  headerBytes: 32_768,
  connectMs: 10_000,
  wholeMs: 30_000,
};

const CLOCK: WebClock = { now: Date.now, wait: (milliseconds) => pause(milliseconds) };

export interface WebOptions {
  /** Hosts, with or without a port, that the operator allows to be private and at any port. */
  readonly privateHosts?: readonly string[];
  readonly clock?: WebClock;
  readonly limits?: Partial<WebLimits>;
  /** Looks names up, as node:dns does. */
  readonly resolve?: LookupFunction;
}

/** Opens the web: every address is checked, also where a redirect leads. Proxy settings of the environment are not used. */
export function openWeb(options: WebOptions = {}): Web {
  const { privateHosts = [], clock = CLOCK, resolve } = options;
  const limits = { ...LIMITS, ...options.limits };
  const through = connections(privateHosts, limits, resolve);
  const hosts = politeHosts(clock);
  let isClosed = false;

  async function ask(url: URL, request: WebRequest): Promise<Exchanged | WebFailure> {
    if (isClosed) return webFailure('closed', url.href);
    const objection = through.objection(url);
    if (objection !== undefined) return webFailure('unsafe', url.href, { detail: objection });
    return hosts.inTurn(url.host, async () => {
      const closed = hosts.closedFor(url.host);
      if (closed > 0) return webFailure('busy', url.href, { retryAfterSeconds: Math.ceil(closed) });
      const answer = await exchange(url, request, AGENT, through, limits, clock);
      if ('cause' in answer && answer.cause === 'busy') {
        hosts.close(url.host, answer.retryAfterSeconds ?? 0);
      }
      return answer;
    });
  }

  async function get(request: WebRequest): Promise<WebAnswer | WebFailure> {
    if (request.url.length > LONGEST_URL || !URL.canParse(request.url)) {
      const shown = request.url.slice(0, 100);
      return webFailure('unsafe', shown, { detail: 'it is no address of the web' });
    }
    const seen = new Set<string>();
    let url = new URL(request.url);
    let isPermanent = true;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      url.hash = '';
      if (seen.has(url.href))
        return webFailure('redirects', request.url, { detail: 'in a circle' });
      seen.add(url.href);
      // What validators say of the first address says nothing of another.
      const answer = await ask(url, hops === 0 ? request : { ...request, url: url.href });
      if ('cause' in answer) return answer;
      if (answer.kind !== 'redirect') {
        return { ...answer, url: url.href, movedTo: hops > 0 && isPermanent ? url.href : null };
      }
      if (!URL.canParse(answer.to, url.href)) {
        return webFailure('redirects', request.url, { detail: 'to no address' });
      }
      const next = new URL(answer.to, url);
      // A secure address is not given up for good because somebody on the way says so.
      const isWeaker = url.protocol === 'https:' && next.protocol === 'http:';
      isPermanent &&= answer.permanent && !isWeaker;
      url = next;
    }
    return webFailure('redirects', request.url, { detail: `more than ${MOST_REDIRECTS} times` });
  }

  return {
    get,
    async close() {
      isClosed = true;
      await through.close();
    },
  };
}
