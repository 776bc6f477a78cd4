const UNREAD_START = /<(script|style)\b/gi;

/** HTML without its scripts and style sheets, which are nothing that it says. */
export function withoutScripts(html: string): string {
  if (html.search(UNREAD_START) < 0) return html;
  let kept = '';
  let from = 0;
  for (const { 0: start, 1: name = '', index } of html.matchAll(UNREAD_START)) {
    if (index < from) continue;
    const end = new RegExp(`</${name}\\s*>`, 'gi');
    end.lastIndex = index + start.length;
    // One that is never closed hides all that follows, as in a browser.
    kept += html.slice(from, index);
    from = end.test(html) ? end.lastIndex : html.length;
  }
  return kept + html.slice(from);
}
