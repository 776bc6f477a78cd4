import { type Refusal, refuse } from '../../news/refusal.ts';

/** Characters of the longest address that is taken: longer ones fit no button and no link of Slack's. */
const LONGEST = 1_500;
/** `<https://a.example|a.example>`, as Slack writes an address that it has recognised. */
const LINKED = /^<([^<>|]*)(?:\|[^<>]*)?>$/;
const OPENING = /^[\s"'“”„‘’«»`([]+/u;
const CLOSING = /[\s"'“”„‘’«»`.,;:!?)\]…]$/u;
const EXAMPLE = 'For example: /sources add https://www.gao.gov/rss/reports.xml';

/**
 * The address of the web in what a person typed or pasted: without Slack's marks, quotation marks and the full stop
 * behind it, and with https:// where no scheme was typed.
 */
export function readAddress(typed: string): string | Refusal {
  const bare = withoutMarks(typed);
  if (bare === '') return refuse('No address was given.', EXAMPLE);
  const address = withScheme(bare);
  const shown = bare.length > 80 ? `${bare.slice(0, 80)}…` : bare;
  if (bare.length > LONGEST) {
    return refuse(
      `“${shown}” is ${bare.length.toLocaleString('en')} characters long; I take up to ${LONGEST.toLocaleString('en')}.`,
      'Leave out what follows the question mark, if the page opens without it.',
    );
  }
  if (!URL.canParse(address)) return refuse(`“${shown}” is no address of the web.`, EXAMPLE);
  const { protocol, hostname, href } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return refuse(`I can't read “${shown}”: only http and https addresses.`, EXAMPLE);
  }
  const isNamed = hostname.includes('.') || hostname.startsWith('[') || address === bare;
  return isNamed ? href : refuse(`“${shown}” is no address of the web.`, EXAMPLE);
}

/** Text as it was typed: Slack passes three characters on escaped. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function withoutMarks(typed: string): string {
  let bare = typed.trim();
  // Marks may stand within marks: “<https://a.example|a.example>.”
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = (LINKED.exec(bare)?.[1] ?? bare).replace(OPENING, '');
    while (CLOSING.test(bare) && !closesItsOwn(bare)) bare = bare.slice(0, -1);
  }
  return bare;
}

/** Whether the bracket at the end was opened within: `…/Breach_(2015)`. */
function closesItsOwn(text: string): boolean {
  return text.endsWith(')') && text.split('(').length === text.split(')').length;
}

function withScheme(bare: string): string {
  if (/^feed:https?:\/\//i.test(bare)) return bare.slice('feed:'.length);
  if (/^feed:\/\//i.test(bare)) return `http${bare.slice('feed'.length)}`;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare)) return bare;
  return `https://${bare.replace(/^\/+/, '')}`;
}
