import type { Figure, Passage } from '../news/reading.ts';
import { nounAfter, pluralAfter, shareOf } from './counted.ts';
import { parseNumber, smallNumber } from './number-words.ts';

const digits = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const wordNumber = `(?:(?:${smallNumber}|an?|half\\s+an?)(?:\\s+hundred(?:\\s+and\\s+${smallNumber})?|\\s+dozen)?)`;
const currency = '(?:(?:US|A|C|HK|NZ|S)?\\$|[€£¥₹]|(?:USD|EUR|GBP|RMB)\\s?)';
const scale = '(?:[\\s-]?(?:thousand|million|billion|trillion)\\b|\\s?(?:bn|tn|mn)\\b|[mMkKbB]\\b)';
const number = (name: string) =>
  `(?:(?<currency${name}>${currency})\\s?)?(?<amount${name}>${digits}|${wordNumber}(?![A-Za-z]))(?<scale${name}>${scale})?`;
const unit =
  '(?<percent>\\s?%|[\\s-](?:percent|per\\s+cent|pct\\.?)(?![A-Za-z]))|[\\s-](?:U\\.S\\.\\s)?(?<money>dollars?|euros?|yen|yuan|renminbi|rubles?|roubles?|pesos?|francs|rupees|shekels|cents)(?![A-Za-z])';
const figure = new RegExp(
  `(?<![A-Za-z0-9$€£¥₹@#_/.,:=+–-])(?<!(?<!['’])['’])(?<!=["'])${number('1')}(?:(?<middle>\\s?%|\\s(?:percent|per\\s+cent))?\\s?(?<join>[-–—]|\\sto\\s|\\sand\\s)\\s?${number('2')})?(?:${unit})?`,
  'gi',
);
const hedge =
  /(?:\b(?:as\s+many\s+as|as\s+much\s+as|as\s+few\s+as|more\s+than|fewer\s+than|less\s+than|at\s+least|at\s+most|no\s+(?:more|fewer|less)\s+than|up\s+to|well\s+over|close\s+to|upwards?\s+of|in\s+excess\s+of|an\s+estimated|an\s+additional|about|around|roughly|approximately|nearly|almost|over|under|some|only|just)\s+)+$/i;
const rangeHedge =
  /(?:\b(?:between|from|about|around|roughly|approximately|some|an\s+estimated|anywhere)\s+)+$/i;
const rangeOpening = /\bbetween\s+$/i;
const label =
  /(?:\b(?:Sections?|Articles?|Titles?|Chapters?|Rooms?|Rules?|Resolution|Flight|Route|Highway|Interstate|Channel|Pages?|page|Numbers?|Phase|Level|Part|Type|Boeing|Airbus|Apollo|Windows|Form|Amendment|Proposition|Prop\.?|District|Precinct|Gate|Pier|Suite|Apt\.?|Version|version|Division|Unit|Week|Day|Game|Fortune|S&P|FTSE|Russell|Nasdaq|Nikkei|Group\s+of|Top|Interstate|Level|Grade|Class|Catch|Area|Building|Box|ZIP|Act|Act\s+of|Public\s+Law|H\.R\.|Bill|Order|Directive|Number|[Nn]os?\.|[Ss]ec\.|Art\.|Fig\.|pp?\.|vol\.|section|article|chapter|room|rule|number|bus|flight|phase)|§)\s*$/;
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const monthBefore = new RegExp(`\\b${month}\\s+(?:\\d{1,2}(?:,|\\s+and|\\s+to|,\\s+and)\\s+)*$`);
const monthAfter = new RegExp(`^\\s+(?:of\\s+)?${month}\\b`);
const timeAfter = /^(?:\s?[ap]\.?m\b|\s+o['’]clock|:\d\d)/i;
const agoAfter =
  /^\s+(?:days?|weeks?|months?|quarters?|years?|decades?|hours?|minutes?)\s+(?:ago|earlier|later|before|from\s+now|hence)\b/i;
const stretchBefore = /\b(?:past|last|previous|preceding|prior|next|coming|following)\s+$/i;
const timeUnit = /^\s+(?:days?|weeks?|months?|quarters?|years?|decades?|hours?|minutes?)\b/i;
const zeros: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  bn: 9,
  tn: 12,
  mn: 6,
  m: 6,
  k: 3,
  b: 9,
};
const signs: Readonly<Record<string, string>> = {
  dollar: '$',
  euro: '€',
  yen: '¥',
  cents: '$',
  usd: '$',
  eur: '€',
  gbp: '£',
  us$: '$',
};
const view = 60;

/**
 * The quantities that a text tells, in order: numbers in digits or words, money, shares and ranges, each with the words
 * that hedge it ("as many as") in its span. Left out are dates, times, ordinals, ages written with hyphens, and numbers
 * that name something ("Section 5").
 */
export function findFigures(text: string, passages: readonly Passage[]): Figure[] {
  const found: Figure[] = [];
  let passage = 0;
  figure.lastIndex = 0;
  for (let hit = figure.exec(text); hit; hit = figure.exec(text)) {
    const start = hit.index;
    while (passage < passages.length - 1 && (passages[passage]?.end ?? 0) <= start) passage++;
    const around = passages[passage];
    const until = around && around.start <= start ? around.end : text.length;
    const from = around && around.start <= start ? around.start : 0;
    const read = readFigure(text.slice(Math.max(from, start - view), start), hit, text, until);
    if (read && read.start >= (found.at(-1)?.end ?? 0)) found.push(read);
    if (hit.groups?.amount2 !== undefined) figure.lastIndex = read?.end ?? firstEnd(hit);
  }
  return found;
}

function readFigure(
  before: string,
  hit: RegExpExecArray,
  text: string,
  until: number,
): Figure | null {
  const groups = hit.groups ?? {};
  const opened = rangeOpening.test(before);
  const rest = text.slice(
    hit.index + hit[0].length,
    Math.min(until, hit.index + hit[0].length + view),
  );
  const range = groups.amount2 !== undefined && isRange(groups, opened, rest);
  const hedged = (range ? rangeHedge : hedge).exec(before)?.[0] ?? '';
  const start = hit.index - hedged.length;
  const lead = before.slice(0, before.length - hedged.length);
  const end = range || groups.amount2 === undefined ? hit.index + hit[0].length : firstEnd(hit);
  const after = text.slice(end, Math.min(until, end + view));
  const sole = groups.amount2 === undefined || range;
  const percent = sole && (groups.percent ?? groups.middle) !== undefined;
  const money = sole ? (groups.currency1 ?? groups.currency2 ?? groups.money) : groups.currency1;
  const scaled = groups.scale1 ?? (range ? groups.scale2 : undefined);
  const amount = groups.amount1 ?? '';
  const plain = !percent && money === undefined && scaled === undefined;
  if (/^[\p{L}\p{N}_]|^[-–’'][\p{N}]|^[.,/:]\d|^\/|^@/u.test(after)) return null;
  if (/^[-–’']\p{L}/u.test(after) && scaled === undefined && !percent) return null;
  if (plain && isName(amount, lead, after, range)) return null;
  const first = spell(amount, scaled, money, percent);
  const last = range ? spell(groups.amount2 ?? '', groups.scale2, money, percent) : null;
  if (first === null || (range && last === null)) return null;
  const value = last === null ? first : `${first}..${last}`;
  const counted = whatCounts(text, end, until, lead, percent || money !== undefined);
  if (counted === null && plain && !/,\d{3}|\d{3}/.test(amount)) return null;
  return { start, end, value, counts: counted };
}

/** Whether two numbers joined by a dash, "to" or "and" are the ends of one range. */
function isRange(
  groups: Readonly<Record<string, string | undefined>>,
  opened: boolean,
  after: string,
): boolean {
  const join = (groups.join ?? '').trim();
  const { amount1 = '', amount2 = '' } = groups;
  if (/^an?$/i.test(amount2) && groups.scale2 === undefined) return false;
  if (
    /^(?:1[5-9]|20)\d\d$/.test(amount1) &&
    groups.currency1 === undefined &&
    groups.scale1 === undefined
  )
    return false;
  if (join === 'and') return opened;
  const low = parseNumber(amount1);
  const high = parseNumber(amount2);
  if (low === null || high === null || (groups.scale1 === groups.scale2 && low > high))
    return false;
  if (join === 'to')
    return (
      groups.currency1 === undefined ||
      groups.currency2 !== undefined ||
      groups.scale2 !== undefined
    );
  if (groups.currency1 || groups.scale2 || groups.percent) return true;
  return low < high && /^\s+\p{L}+s\b/u.test(after);
}

/** Whether a bare number is a date, a time, an age, a label, or no quantity at all. */
function isName(amount: string, lead: string, after: string, range: boolean): boolean {
  if (/^(?:an?|one|zero|half\s+an?)$/i.test(amount)) return true;
  if (/^(?:an?|half)\s/i.test(amount) && !/hundred|dozen/i.test(amount)) return true;
  if (
    monthBefore.test(lead) ||
    monthAfter.test(after) ||
    timeAfter.test(after) ||
    agoAfter.test(after)
  )
    return true;
  if (stretchBefore.test(lead) && timeUnit.test(after)) return true;
  if (label.test(lead)) return true;
  if (/^(?:1[5-9]|20)\d\d$/.test(amount) && !range) return true;
  if (/^\d+$/.test(amount) && /[("[]$/.test(lead) && /^[)\]]/.test(after)) return true;
  return /^\d/.test(amount) && /\p{Lu}[\p{L}&]*\s$/u.test(lead) && !/^\s+\p{Ll}/u.test(after);
}

/** Where the first of two numbers ends. */
function firstEnd(hit: RegExpExecArray): number {
  const { amount1 = '', currency1 = '', scale1 = '', join = '' } = hit.groups ?? {};
  const joined = hit[0].indexOf(
    join,
    hit[0].indexOf(amount1, currency1.length) + amount1.length + scale1.length,
  );
  return hit.index + hit[0].slice(0, joined).trimEnd().length;
}

/** The amount in plain digits with its sign, or null where the words are no number. */
function spell(
  amount: string,
  scale: string | undefined,
  money: string | undefined,
  percent: boolean,
): string | null {
  const half = /^half\s/i.test(amount) && scale !== undefined;
  const number = half ? 0.5 : parseNumber(amount.replace(/\s+/g, ' '));
  if (number === null) return null;
  const cents = /^cents/i.test(money ?? '');
  const shift =
    (scale ? (zeros[scale.replace(/[\s-]/g, '').toLowerCase()] ?? 0) : 0) - (cents ? 2 : 0);
  const spelled = /^\d/.test(amount)
    ? shifted(amount.replace(/,/g, ''), shift)
    : shifted(String(number), shift);
  if (percent) return `${spelled}%`;
  if (money === undefined) return spelled;
  const sign = signOf(money);
  return sign.length > 3 ? `${spelled} ${sign}` : `${sign}${spelled}`;
}

function signOf(money: string): string {
  const word = money.trim().toLowerCase();
  return (
    signs[word] ??
    signs[word.replace(/s$/, '')] ??
    (/^[\p{L}]{4,}/u.test(word) ? word : money.trim())
  );
}

/** A decimal number times a power of ten, without rounding. */
function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (places < 0) {
    const padded = whole.padStart(1 - places, '0');
    return trim(`${padded.slice(0, places)}.${padded.slice(places)}${fraction}`);
  }
  const moved = `${whole}${fraction.slice(0, places).padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  return trim(fraction.length > places ? `${moved}.${fraction.slice(places)}` : moved);
}

function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function whatCounts(
  text: string,
  end: number,
  until: number,
  lead: string,
  measured: boolean,
): string | null {
  const stretch = /^\s+of\s/.test(text.slice(end, end + 6))
    ? shareOf(text, end)
    : measured
      ? qualified(text, end, lead)
      : pluralAfter(text, end);
  return stretch && stretch.end <= until
    ? text.slice(stretch.start, stretch.end).replace(/\s+/g, ' ')
    : null;
}

/** What money or a share stands for: "a $5 million loan", "$915 million in losses". */
function qualified(text: string, end: number, lead: string): { start: number; end: number } | null {
  const into = /^\s+in\s+(?=\p{Ll})/u.exec(text.slice(end, end + 12))?.[0];
  if (into !== undefined) return pluralAfter(text, end + into.length - 1) ?? null;
  if (!/\b(?:an?|the|its|their|his|her|another|new|total)\s+$/i.test(lead)) return null;
  return nounAfter(text, end);
}
