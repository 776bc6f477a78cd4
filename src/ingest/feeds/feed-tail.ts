// What publishing systems and their plugins put under an entry for those who read it in a feed.
// An invitation to read on has no clause of its own: with a comma in it, it is a sentence of the article.
const TAILS = [
  /^the (?:post|article|story|entry) .{1,400} (?:was )?(?:first )?(?:appeared|published|posted)(?: first)? (?:on|at|in) .{1,200}$/i,
  /^this (?:post|article|story|entry) (?:was )?(?:first |originally )?(?:appeared|published|posted)(?: first| originally)? (?:on|at|in) .{1,200}$/i,
  /^(?:continue|keep) reading\b.{0,300}$/i,
  /^click (?:here )?(?:to|for) (?:continue|keep|read|view|see|more|the)\b.{0,200}$/i,
  /^(?:read|view|see) (?:more|on|the (?:rest|full|whole|entire|original|complete) (?:of )?(?:this |the )?(?:post|article|story|entry|text|report|statement)?)\b(?:\s*:.{0,200}|(?:[^,;:.!?]|[.](?=\S)){0,120}[\s.\u2026\u00bb\u2192>\])]*)$/i,
  /^(?:read|view|see) (?:this |the )?(?:full |whole |entire |original )?(?:post|article|story|entry) (?:on|at|in) .{1,200}$/i,
  /^(?:\d+ )?(?:comments?|permalink|permanent link|submit(?:ted)? (?:to|by) .{1,60}|email this|share this|add to .{1,40}|like this:?|related (?:posts|articles|stories):?)$/i,
  /^(?:filed under|tags?|tagged|categor(?:y|ies)|posted (?:in|by)): .{1,120}$/i,
  /^[\s.\u2026\u00bb\u2192\u25b6>|\u00b7\u2022-]+$/,
];
/** A tail is short; a longer paragraph that begins like one is the article's own. */
const LONGEST = 500;
const MOST = 6;

/** True for a paragraph that is no part of an entry's text, where it is one of its last. */
function isFeedTail(paragraph: string): boolean {
  return paragraph.length <= LONGEST && TAILS.some((tail) => tail.test(paragraph));
}

/** Paragraphs without what was added at their end; nothing is taken from their midst. */
export function withoutFeedTail(paragraphs: readonly string[]): readonly string[] {
  let end = paragraphs.length;
  while (end > 0 && paragraphs.length - end < MOST && isFeedTail(paragraphs[end - 1] ?? ''))
    end -= 1;
  return paragraphs.slice(0, end);
}
