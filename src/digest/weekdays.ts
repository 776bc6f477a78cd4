import type { Weekday } from '../news/subscription.ts';

/** Every day of the week. */
export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEK,
  everyday: WEEK,
  day: WEEK,
  days: WEEK,
  weekday: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
};

/** Days as a person says them: "weekdays", "Monday, Thursday". */
export function daysInWords(days: readonly Weekday[]): string {
  const chosen = WEEK.filter((day) => days.includes(day)).join('');
  if (chosen === '1234567') return 'every day';
  if (chosen === '12345') return 'weekdays';
  if (chosen === '67') return 'weekends';
  return [...chosen].map((day) => DAY_NAMES[Number(day) - 1]).join(', ');
}

/** The days that one word names ("mon", "Thursdays", "mon-fri", "weekdays"), lower case; undefined where it names none. */
export function daysNamed(word: string): readonly Weekday[] | undefined {
  if (Object.hasOwn(DAY_GROUPS, word)) return DAY_GROUPS[word];
  const [first, last, ...others] = word.split(/[-–—]/).map(dayNamed);
  if (first === undefined || others.length > 0) return undefined;
  if (!/[-–—]/.test(word)) return [first];
  if (last === undefined) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, day) => (((first - 1 + day) % 7) + 1) as Weekday);
}

function dayNamed(word: string): Weekday | undefined {
  const bare = word.replace(/\.$/, '');
  return WEEK.find((day) => {
    const name = DAY_NAMES[day - 1]?.toLowerCase() ?? '';
    return bare.length >= 3
      ? name.startsWith(bare) || `${name}s` === bare || (bare === 'thurs' && day === 4)
      : bare.length === 2 && name.startsWith(bare);
  });
}
