import { unescapeText } from '../sources/address.ts';

/** What Slack puts between angle brackets, for a person's own are escaped: a mention, a channel, a link, with a label or none. */
const MARKED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
/** Signs of bold, struck out and code; in a question they stand for nothing else. */
const SIGNS = /[*~`]/g;
/** Of a word's underscores those at its edges make it italic. */
const UNDERSCORES = /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;
const EMOJI =
  /(?<![\w:]):[a-z+-][\w+-]*:(?::skin-tone-\d:)?(?!\w)|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})[\uFE0F\u200D]?/gu;
/** Where somebody quotes, each line begins so. */
const QUOTING = /^[ \t]*>+[ \t]?/gm;

/**
 * The words of a message as Slack hands it over, without its markup: mentions of the bot gone, other mentions, channels
 * and links as their labels where they have one, since nothing here may look up a name.
 */
export function plainWords(text: string, bot: string | undefined): string {
  const unmarked = text
    .replace(MARKED, (_, sign: string, what: string, label: string | undefined) =>
      sign === '@' && what === bot ? ' ' : (sayLabel(label) ?? ' '),
    )
    .replace(SIGNS, '')
    .replace(UNDERSCORES, '')
    .replace(EMOJI, ' ');
  return tidied(unescapeText(unmarked).replace(QUOTING, ''));
}

/** A label without its sign; an address that is its own label says nothing. */
function sayLabel(label: string | undefined): string | undefined {
  const bare = label?.replace(/^[@#]/, '').trim();
  return !bare || /^https?:/i.test(bare) ? undefined : bare;
}

/** Closes the gaps that a mention leaves: "what did she say, ?" */
function tidied(words: string): string {
  return words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\s,;:]+(?=[?!.](?:\s|$))/g, '')
    .replace(/^[\s,;:.!–—-]+|[\s,;:–—-]+$/g, '')
    .trim();
}
