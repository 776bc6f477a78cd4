import { systemCode } from '../../corpus/storage-error.ts';
import type { Validators } from '../../news/feed.ts';
import { bodyOf, TooLarge, UnknownPacking } from './body.ts';
import type { Connections, WebLimits } from './connections.ts';
import { webFailure } from './failure.ts';
import { freshFor, retryAfter } from './timing.ts';
import type { WebClock, WebFailure, WebRequest } from './web.ts';

/** What one request came to. */
export type Exchanged =
  | { readonly kind: 'redirect'; readonly to: string; readonly permanent: boolean }
  | {
      readonly kind: 'unchanged';
      readonly validators: Validators;
      readonly freshForSeconds: number | null;
    }
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly contentType: string | null;
      readonly validators: Validators;
      readonly freshForSeconds: number | null;
      readonly body: Uint8Array;
    };

const ACCEPTED = {
  page: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5',
  any: '*/*',
};
/** Content that holds no page of text, whatever it holds. */
const NO_TEXT = /^(?:image|audio|video|font)\/|zip|octet-stream|x-(?:tar|rar|7z|msdownload)/i;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** Asks one address once, and follows nothing. */
export async function exchange(
  url: URL,
  request: WebRequest,
  agent: string,
  through: Connections,
  limits: WebLimits,
  clock: WebClock,
): Promise<Exchanged | WebFailure> {
  const { validators = { etag: null, lastModified: null }, accept } = request;
  try {
    const { statusCode, headers, body } = await through.to(url).request({
      ...{ origin: url.origin, path: `${url.pathname}${url.search}`, method: 'GET' },
      headers: {
        'user-agent': agent,
        accept: ACCEPTED[accept],
        'accept-encoding': 'gzip, deflate, br',
        ...(validators.etag !== null && { 'if-none-match': validators.etag }),
        ...(validators.lastModified !== null && { 'if-modified-since': validators.lastModified }),
      },
      signal: AbortSignal.timeout(limits.wholeMs),
    });
    const header = (name: string) => [headers[name] ?? []].flat()[0] ?? null;
    const discard = () => void body.on('error', () => {}).destroy();
    const now = { etag: header('etag'), lastModified: header('last-modified') };
    const freshForSeconds = freshFor(header('cache-control'), header('expires'), clock.now());

    if (statusCode === 304) {
      discard();
      const kept = {
        etag: now.etag ?? validators.etag,
        lastModified: now.lastModified ?? validators.lastModified,
      };
      return { kind: 'unchanged', validators: kept, freshForSeconds };
    }
    const location = header('location');
    if (REDIRECTS.has(statusCode) && location !== null) {
      discard();
      return { kind: 'redirect', to: location, permanent: PERMANENT.has(statusCode) };
    }
    if (statusCode !== 200 && statusCode !== 203) {
      discard();
      return failureOf(url.href, statusCode, header('retry-after'), clock);
    }
    const contentType = header('content-type');
    if (accept === 'page' && contentType !== null && NO_TEXT.test(contentType)) {
      discard();
      return webFailure('wrong-kind', url.href, { detail: contentType.slice(0, 60) });
    }
    if (Number(header('content-length') ?? 0) > limits.bodyBytes) {
      discard();
      return tooLarge(url.href, limits);
    }
    const bytes = await bodyOf(body, header('content-encoding') ?? undefined, limits.bodyBytes);
    const facts = { status: statusCode, contentType, validators: now, freshForSeconds };
    return { kind: 'body', ...facts, body: bytes };
  } catch (error) {
    return explained(error, url.href, limits);
  }
}

function failureOf(url: string, status: number, wish: string | null, clock: WebClock): WebFailure {
  const detail = String(status);
  if (status === 410) return webFailure('gone', url, { status });
  if (status === 404) return webFailure('missing', url, { status });
  if (status === 429 || status === 503) {
    const retryAfterSeconds = retryAfter(wish, clock.now());
    return webFailure('busy', url, { status, detail, retryAfterSeconds });
  }
  const isOurs = status >= 400 && status < 500;
  return webFailure(isOurs ? 'denied' : 'server', url, { status, detail });
}

function tooLarge(url: string, { bodyBytes }: WebLimits): WebFailure {
  return webFailure('too-large', url, { detail: `more than ${bodyBytes / 1_000_000} MB` });
}

/** What went wrong on the way, as far as the error tells; a defect of ours is thrown on. */
function explained(error: unknown, url: string, limits: WebLimits): WebFailure {
  if (error instanceof TooLarge) return tooLarge(url, limits);
  if (error instanceof UnknownPacking) {
    return webFailure('malformed', url, { detail: `packed as ${error.message.slice(0, 40)}` });
  }
  const name = error instanceof Error ? error.name : '';
  const code = systemCode(error) ?? (name === 'HTTPParserError' ? 'HPE_INVALID' : '');
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) {
    return webFailure('too-slow', url, { detail: `within ${limits.wholeMs / 1000} seconds` });
  }
  if (code === 'FORBIDDEN_ADDRESS') {
    return webFailure('unsafe', url, { detail: 'its host has an address that is not public' });
  }
  if (/^(?:HPE_|Z_|UND_ERR_(?:HEADERS_OVERFLOW|RES_|INVALID))/.test(code) || code === 'ERR_PARSE') {
    return webFailure('malformed', url, { detail: code.toLowerCase().replaceAll('_', ' ') });
  }
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return webFailure('closed', url);
  if (code !== '') {
    return webFailure('unreachable', url, { detail: WORDS[code] ?? code });
  }
  throw error;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'its host’s name can’t be looked up now',
  ECONNREFUSED: 'its host refuses connections',
  ECONNRESET: 'its host broke the connection off',
  UND_ERR_SOCKET: 'its host broke the connection off',
  ERR_STREAM_PREMATURE_CLOSE: 'its host broke the connection off',
};
