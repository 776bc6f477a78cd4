// Escape sequences and signs that turn the direction of writing: in an article's words they could
// repaint a terminal or show a sentence other than it is.
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that cannot act on a terminal: line breaks stay, other control characters become a space. */
export function harmless(text: string): string {
  return text.replace(ACTING, (sign) => (sign === '\n' ? sign : ' '));
}
