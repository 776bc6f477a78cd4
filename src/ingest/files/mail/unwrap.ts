/** Names of query parameters in which a redirecting address carries the one it leads to. */
const TARGET =
  /^(?:u|url|uri|q|to|r|l|link|href|goto|go|out|dest|destination|target|redir|redirect|redirect_?ur[il]|redirect_to|target_?url|dest_?url|link_?url|p|e)$/i;
/** What a host or a path says that only redirects. */
const REDIRECTS =
  /(?:^|[./_-])(?:click\w*|clk|link|links|lnk|track\w*|trk|redirect\w*|redir|go|goto|out|r|ct|cl0|l0|e|email\w*|mail\w*|url|safelinks|urldefense)\d*(?=[./_?-]|$)/i;
const DEEPEST = 5;
const LONGEST = 8_000;

function address(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address inside base64, by itself or within a little JSON. */
function inBase64(text: string): string | undefined {
  if (!/^[\w+/-]{16,}={0,2}$/.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64url').toString('utf8');
  if (plain.includes('\ufffd')) return undefined;
  return /https?:\/\/[^\s"'<>\\]+/i.exec(plain.slice(0, LONGEST))?.[0];
}

/** An address as a mail filter writes it into its own: "https-3A__host_path". */
function filtered(text: string): string | undefined {
  if (!/^https?-3A__/i.test(text)) return undefined;
  return decoded(text.replaceAll('_', '/').replace(/-(?=[0-9A-F]{2})/g, '%'));
}

function addressIn(text: string): URL | undefined {
  const plain = decoded(text);
  const found = address(plain) ?? address(decoded(plain));
  if (found !== undefined) return found;
  const hidden = filtered(text) ?? inBase64(text);
  return hidden === undefined ? undefined : address(hidden);
}

function innerOf(outer: URL): URL | undefined {
  const v3 = /\/v3\/__(https?:\/\/?.+?)__(?:;|$)/i.exec(outer.href.slice(0, LONGEST))?.[1];
  if (v3 !== undefined) return address(v3.replace(/^(https?:)\/+/i, '$1//'));
  const redirects = REDIRECTS.test(`${outer.host}${outer.pathname}`);
  for (const [name, value] of outer.searchParams) {
    if (redirects || TARGET.test(name)) {
      const inner = TARGET.test(name) ? addressIn(value) : address(value);
      if (inner !== undefined) return inner;
    }
  }
  for (const segment of outer.pathname.split('/')) {
    // Written out in a path an address is that of an archive's copy; packed into one segment it is a redirection's.
    const inner = segment.length > 12 ? addressIn(segment) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Where a tracking address leads, as far as its own query or path tell; nothing is asked of any host. */
export function unwrapped(url: URL): URL {
  let at = url;
  for (let depth = 0; depth < DEEPEST && at.href.length <= LONGEST; depth += 1) {
    const inner = innerOf(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}
