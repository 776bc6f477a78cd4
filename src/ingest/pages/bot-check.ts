import { type Judged, saysArticle, shareOf } from './judged.ts';

const TITLE =
  /^(?:just a moment|attention required|access denied|are you a (?:human|robot)|robot or human|security check|pardon our interruption|please verify|verify (?:that )?you|checking your browser|ddos-guard|human verification|bot verification|one more step|captcha|robot (?:check|challenge)|403 forbidden|429 too many requests)/i;

// Said to whoever asks for the page; nobody says so to readers of news.
const ASKS = new RegExp(
  [
    "verify(?:ing)? (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot)",
    "(?:confirm|ensure|prove|verif(?:y|ies|ying)|mak(?:e|ing) sure) (?:that |if )?you(?:['’]re| are) (?:a |not a )?(?:human|(?:ro)?bot)\\b",
    "think you (?:are|were) a (?:ro)?bot\\b|(?:know )?you(?:['’]re| are) not a (?:ro)?bot\\b|\\bnot a robot\\b",
    '(?:checking|verifying) (?:your (?:browser|connection|device)|if the site connection)',
    'unusual (?:traffic|activity) from your|using automation tools',
    '(?:complete|solve) (?:the|a|this) (?:captcha|security check)|press (?:&|and) hold to',
    'you have been blocked|your (?:request|access|ip)\\b.{0,60} (?:has|have) been (?:blocked|denied|limited)',
    'access to this (?:page|site|website|service|resource) has been (?:denied|blocked|limited|restricted)',
    'requested url was rejected|while your request is being verified|security of your connection',
    "you don['’]t have permission to access|request unsuccessful|website firewall|security checkpoint",
    'you will be (?:connected|redirected) (?:to .{1,80} )?(?:in|within|shortly|momentarily)\\b',
  ].join('|'),
  'i',
);

// Said on pages with an article, too, to browsers without scripts.
const WANTS_SCRIPTS =
  /(?:enable|turn on|activate) (?:js|java ?script|cookies)(?: and (?:java ?script|cookies))? (?:to continue|in your (?:web )?browser|and (?:then )?(?:reload|refresh))|(?:java ?script is|cookies are) (?:disabled|required|not enabled)|you need to enable javascript|please enable (?:js|java ?script|cookies)|requires javascript|disable any ad ?blocker/i;

const SAYS = new RegExp(`${ASKS.source}|${WANTS_SCRIPTS.source}`, 'i');

const LONGEST = 1_500;
/** A page may say in its head that it is an article and still have nothing but this to show. */
const NOTHING_ELSE = 400;
const MUCH = 0.3;
/** Titles, headings and paragraphs from the top among which such a page says what it wants. */
const OPENING = 5;

/** Whether a page only finds out whether a person is asking, or refuses to tell a program anything. */
export function isBotCheck(page: Judged): boolean {
  const { title, text } = page;
  if (text.length >= LONGEST) return false;
  const whole = `${title}\n\n${text}`;
  const isMuch = shareOf(whole, SAYS) > MUCH;
  if (saysArticle(page)) return isMuch && text.length < NOTHING_ELSE;
  const opening = whole.trim().split(/\n{2,}/, OPENING);
  return isMuch || TITLE.test(title.trim()) || opening.some((one) => ASKS.test(one));
}
