const SOCIAL =
  /(?:^|\.)(?:facebook\.com|fb\.com|twitter\.com|x\.com|t\.co|instagram\.com|linkedin\.com|youtube\.com|youtu\.be|tiktok\.com|pinterest\.\w+|reddit\.com|threads\.net|bsky\.app|t\.me|telegram\.me|wa\.me|whatsapp\.com|flipboard\.com|snapchat\.com|mastodon\.\w+)$/i;
const STORES = /^(?:apps|itunes)\.apple\.com$|^play\.google\.com$/i;
const ADS =
  /(?:^|[./_-])(?:ads?|adclick|adserver|doubleclick|adservice|sponsor(?:ed)?|liveintent)(?=[./_-]|$)/i;

/** What the first or the last part of a path says that leads to no story: the sender's own services. */
const SERVICE =
  /^(?:unsubscribe\w*|un-?sub|opt-?out|optin|preferences?|email-?preferences?|preference-?cent(?:er|re)|subscri(?:be|ption|ptions)|signup|sign-up|register|log-?in|sign-?in|account|my-?account|profile|privacy\w*|privacy-policy|terms\w*|terms-of-(?:use|service)|legal|cookies?|contact(?:-us)?|about(?:-us)?|advertis\w*|media-?kit|donate|support-us|membership|help|faq|careers|jobs|rss|feeds?|apps?|share|sharer|forward|intent|newsletters?|browser|web-?version|view-?in-?browser|view-?online|manage|abmelden|abbestellen|impressum|datenschutz)(?:\.\w{2,5})?$/i;
const NO_PAGE = /\.(?:png|jpe?g|gif|webp|svg|css|js|ics|vcf|zip|mp3|mp4|m4a|pkpass)$/i;

/**
 * Whether an address can be that of a story: a page below a site's own, and neither a service of the sender's, a
 * social network, an application store nor an advertisement.
 */
export function isStoryAddress(url: URL): boolean {
  if (SOCIAL.test(url.hostname) || STORES.test(url.hostname)) return false;
  if (ADS.test(url.hostname) || ADS.test(url.pathname)) return false;
  if (NO_PAGE.test(url.pathname)) return false;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (SERVICE.test(first) || SERVICE.test(last)) return false;
  // A site's own page, unless its query says which.
  if (parts.length === 0) return /(?:^\?|&)(?:p|id|story|article|n)=\w/.test(url.search);
  return parts.length > 1 || isSlug(last);
}

/** A single part that names one page, not a section: several words, a number, or a token. */
function isSlug(part: string): boolean {
  return (part.match(/[-_]/g) ?? []).length >= 2 || /\d{3}/.test(part) || part.length >= 20;
}
