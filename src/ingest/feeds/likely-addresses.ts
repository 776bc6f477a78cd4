// Where most publishing systems put a feed, the commonest first.
const PATHS = ['feed/', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'rss', 'feed.json'];

/**
 * Where a site's feed may be when none of its pages names one: beside the given page's folder, then at the
 * site's root. Empty for what is no http address.
 */
export function likelyFeedAddresses(siteUrl: string): string[] {
  if (!/^https?:\/\//i.test(siteUrl) || !URL.canParse(siteUrl)) return [];
  const { origin, pathname } = new URL(siteUrl);
  const folder = pathname.replace(/[^/]*\.\w{1,5}$/, '').replace(/\/*$/, '/');
  const own = folder === '/' ? [] : ['feed/', 'rss.xml'].map((path) => `${origin}${folder}${path}`);
  return [...own, ...PATHS.map((path) => `${origin}/${path}`)];
}
