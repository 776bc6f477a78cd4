import { type Judged, shareOf } from './judged.ts';

const SAYS =
  /\bcookies?\b|your consent|consent (?:choices|framework|preferences|settings)|\bgdpr\b|our (?:\d+ )?partners|personal data|privacy (?:policy|choices|settings)|legitimate interest|accept all|reject all/i;
// Reports on privacy speak of it, too, but not to their readers.
const SAYS_TO_YOU = new RegExp(`^(?=.*\\b(?:we|our|you|your)\\b).*(?:${SAYS.source})`, 'is');
const TITLE =
  /^(?:before you continue|we (?:value|respect|care about) your privacy|your privacy\b|(?:manage |your )?(?:privacy|cookie|consent) (?:choices|settings|preferences|manager))/im;

const LONGEST = 1_500;
const MOST = 0.6;
/** Enough under a title that says it already. */
const SOME = 0.3;

/** Whether a page asks about cookies in place of its article. */
export function isConsentWall({ title, text }: Judged): boolean {
  if (text.length >= LONGEST) return false;
  if (shareOf(text, SAYS_TO_YOU) > MOST) return true;
  return TITLE.test(title) && shareOf(text, SAYS) > SOME;
}
