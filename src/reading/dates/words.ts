const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** A month's name in full, as the source of a regular expression. */
export const monthName = `(?:${months.join('|')})`;

/** A month's name in full or shortened. */
export const monthWord = `(?:${monthName}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;

/** A weekday's name in full. */
export const weekdayName = `(?:${weekdays.join('|')})`;

/** A weekday's name in full or shortened. */
export const weekdayWord = `(?:${weekdayName}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)`;

/** A day of the month, with or without its ordinal ending, and nothing that makes it a quantity. */
export const dayNumber =
  "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\w%$€£°]|[.,:/]\\d|['’]\\d|-(?:year|month|week|day|hour|minute|mile|foot|inch|point|member|page|percent)|\\s+(?:percent|per cent|million|billion|trillion|thousand|hundred|degrees|points|times)\\b)";

/** A year in four digits, 1500 to 2099, and nothing that makes it a quantity. */
export const yearNumber =
  '(?:1[5-9]|20)\\d\\d(?![\\w%°]|[.,:/]\\d|-(?:year|month|mile|foot|point|member|page|meter|metre|pound|ton|calorie|word|acre|seat|strong)\\b)';

/** Words that place a date early, in the middle or late in a longer one. */
export const part = `(?:(?:the\\s+)?(?:very\\s+)?(?:end|beginning|start|middle|close|turn|latter part|early part|first part|last part)\\s+of\\s+|early(?:\\s+in)?\\s+|late(?:\\s+in)?\\s+|earlier(?:\\s+in)?\\s+|later(?:\\s+in)?\\s+|mid[- ]?)`;

/** 1 for "January", "Jan.", "JAN"; 0 for no month. */
export function monthNumber(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return months.findIndex((name) => name.slice(0, 3).toLowerCase() === start) + 1;
}

/** 0 for "Monday", "Mon." to 6; -1 for no weekday. */
export function weekdayNumber(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return weekdays.findIndex((name) => name.slice(0, 3).toLowerCase() === start);
}
