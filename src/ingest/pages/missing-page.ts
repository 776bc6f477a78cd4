import { type Judged, saysArticle, shareOf } from './judged.ts';

const TITLE =
  /page (?:is |was )?not found|page (?:is )?unavailable|^not found$|^404\b|\b404(?: error| page)? ?[-–—:|)]|\berror 404\b/im;

const IT = '(?:page|article|story|content|post|site|file(?: or directory)?|resource|url)';
const SAYS = new RegExp(
  [
    TITLE.source,
    `\\b${IT}\\b[^.]{0,60} (?:not|cannot|can['’]?t|couldn['’]?t)(?: be)? found`,
    `\\b${IT}(?: that)? you(?:['’]re| are| were|['’]ve)? (?:looking for|requested|trying to)`,
    `(?:can['’]?t|cannot|couldn['’]?t|could not|unable to) find (?:the|that|this|your) ${IT}`,
    `(?:this|that|the|requested) ${IT}\\b[^.]{0,40} (?:no longer|doesn['’]?t|does not|isn['’]?t|is not) (?:currently )?(?:exist|available|here)`,
    `(?:this|that|the|requested) ${IT}\\b[^.]{0,20} been (?:removed|deleted|moved|archived)`,
    `^${IT} (?:not|no longer) available|nothing (?:was )?found|(?:url|address) was not found|link you followed may\\b|no page here|followed an outdated link|mistyped (?:the|a|an) (?:url|address)`,
  ].join('|'),
  'im',
);

const LONGEST = 1_500;
/** Without a title that says so, such a page has fewer characters than this, … */
const FEW = 500;
/** … and says it in more than half of them, or at once. */
const MOST = 0.5;
const OPENING = 2;

/** Whether a page says that there is none. */
export function isMissingPage(page: Judged): boolean {
  const { title, text } = page;
  if (text.length >= LONGEST) return false;
  if (TITLE.test(title)) return true;
  if (saysArticle(page)) return false;
  if (SAYS.test(title)) return true;
  const opening = text.split('\n\n', OPENING).join('\n\n');
  return text.length < FEW && (SAYS.test(opening) || shareOf(`${title}\n\n${text}`, SAYS) > MOST);
}
