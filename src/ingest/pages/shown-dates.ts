import type { DatesFound, ReadDate } from './date-reader.ts';
import { isElsewhere } from './elsewhere.ts';
import { oneLine, type PageElement } from './page-node.ts';
import type { Survey } from './survey.ts';

const MOST_TIMES = 40;
const MOST_MARKED = 80;
/** A marked element with more text is about more than a date. */
const LONGEST_DATE_LINE = 300;

const UPDATED = /updat|modif|edited|revis|last change|correct/i;
const PUBLISHED = /publi|posted/i;
const UPDATED_IN_LINE = /(?:last\s+)?(?:updat|modifi|edit)ed\b:?/i;

/** A date, where there is one, with what marks it and how its own words begin. */
interface Shown {
  readonly marks: string;
  readonly text: string;
  readonly date: string | undefined;
}

/** The dates that elements of the page show, in their order: its times first, then what is marked as a date. */
export function shownDates(survey: Survey, read: ReadDate): DatesFound {
  const published: string[] = [];
  const updated: string[] = [];
  const note = ({ marks, text, date }: Shown) => {
    if (date === undefined) return;
    const isUpdate = UPDATED.test(marks) && !PUBLISHED.test(marks + text.slice(0, 20));
    (isUpdate ? updated : published).push(date);
  };
  for (const time of survey.times.slice(0, MOST_TIMES)) {
    if (!isElsewhere(time)) note(ofTime(time, read));
  }
  for (const element of survey.dates.slice(0, MOST_MARKED)) {
    if (published.length > 0 && updated.length > 0) break;
    if (!isElsewhere(element)) ofMarked(element, read).forEach(note);
  }
  return { published, updated };
}

function marksOf(element: PageElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
}

/** What a time element says; the words before it on its line may tell what it is the time of. */
function ofTime(time: PageElement, read: ReadDate): Shown {
  const text = oneLine(time.textContent)?.slice(0, 200) ?? '';
  const line = oneLine(time.parentNode?.textContent)?.slice(0, 60) ?? '';
  const lead = line.startsWith(text)
    ? ''
    : line.slice(0, Math.max(0, line.indexOf(text.slice(0, 20))));
  const date = read(time.getAttribute('datetime') ?? '') ?? read(text);
  return { marks: `${marksOf(time)} ${lead}`, text, date };
}

/** What an element marked as a date says: "Published June 5. Updated June 7" says two things. */
function ofMarked(element: PageElement, read: ReadDate): readonly Shown[] {
  const content =
    element.getAttribute('content') ??
    element.getAttribute('datetime') ??
    element.getAttribute('data-datetime') ??
    element.getAttribute('title') ??
    '';
  const text = oneLine(element.textContent) ?? '';
  if (content === '' && (text === '' || text.length > LONGEST_DATE_LINE)) return [];
  const [first = '', later] = text.split(UPDATED_IN_LINE);
  const isUpdateAlone = first === '' && later !== undefined;
  const date = read(content) ?? (isUpdateAlone ? undefined : read(first));
  const own = { marks: marksOf(element), text, date };
  return later === undefined ? [own] : [own, { marks: 'updated', text: '', date: read(later) }];
}
