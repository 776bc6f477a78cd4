import type { NewArticle } from '../../src/corpus/corpus.ts';
import type { Topic } from '../../src/news/topic.ts';
import { article } from './articles.ts';

const PLACES = [
  'Larkhaven',
  'Orrin',
  'Velsted',
  'Port Amaro',
  'Dunmere',
  'Kestrel Bay',
  'Halden',
  'Mirova',
  'Tessaly',
  'Brackwater',
];
const OUTLETS = [
  'Coast Daily',
  'Orrin Times',
  'The Northern Ledger',
  'Velsted Courier',
  'Meridian Wire',
  'Harbour Post',
  'The Evening Dial',
  'Lakeside Journal',
  'Capital Record',
  'Radio Six',
  'The Inland Review',
  'Market Compass',
];
const PEOPLE = [
  'Ines Calloway',
  'Petra Voss',
  'Tomas Brandt',
  'Amara Osei',
  'Jonas Lind',
  'Mirela Kovac',
  'David Achterberg',
  'Leila Haddad',
];
const ROLES = [
  'union president',
  'port director',
  'interior minister',
  'chief auditor',
  'mayor',
  'utility spokeswoman',
  'fisheries commissioner',
  'hospital director',
];

interface Theme {
  readonly topic: string;
  readonly headline: (place: string, count: number) => string;
  readonly opening: (place: string, count: number) => string;
  readonly quote: string;
  readonly detail: (place: string, count: number) => string;
}

const THEMES: readonly Theme[] = [
  {
    topic: 'ports',
    headline: (place) => `${place} dockers stay out for a second week`,
    opening: (place, count) =>
      `Dock workers in ${place} voted on Tuesday to extend their strike, leaving ${count} container ships at anchor outside the harbour.`,
    quote: 'We will not come back for promises that were broken twice before',
    detail: (place, count) =>
      `The port authority of ${place} put the losses at $${count} million since the walkout began.`,
  },
  {
    topic: 'energy',
    headline: (place) => `Grid operator warns of winter cuts in ${place}`,
    opening: (place, count) =>
      `The grid operator warned that ${place} could face rolling power cuts this winter after two of its ${count} gas units failed inspection.`,
    quote: 'Households come first, and industry will have to wait its turn',
    detail: (place, count) =>
      `Reserves around ${place} stand at ${count} percent of what the regulator requires.`,
  },
  {
    topic: 'breaches',
    headline: (place) => `Patient files stolen from ${place} hospitals`,
    opening: (place, count) =>
      `Intruders copied the files of ${count},000 patients from the hospital network of ${place}, investigators found.`,
    quote: 'Nobody has been accused, and nobody will be until the evidence is in',
    detail: (place, count) =>
      `A senior official in ${place}, speaking on condition of anonymity, said the intruders had been inside for ${count} days.`,
  },
  {
    topic: 'talks',
    headline: (place) => `Fisheries talks open in ${place}`,
    opening: (place, count) =>
      `Negotiators from ${count} coastal states opened talks in ${place} on Wednesday over quotas in the northern strait.`,
    quote: 'There is a narrow path to an agreement, and we intend to walk it',
    detail: (place, count) =>
      `A draft seen by delegates in ${place} would cut the cod quota by ${count} percent.`,
  },
  {
    topic: 'courts',
    headline: (place) => `Auditors fault ${place} over bridge contracts`,
    opening: (place, count) =>
      `Auditors found that ${place} paid for ${count} bridge inspections that never took place, according to a report published on Thursday.`,
    quote: 'The invoices were signed by people who had never seen the bridge',
    detail: (place, count) =>
      `The city of ${place} has asked for $${count} million back from the contractor.`,
  },
];

/** Topics that the generated articles belong to. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'ports',
    title: 'Port strikes',
    aliases: ['dock workers', 'port authority'],
    questions: [],
  },
  { name: 'energy', title: 'Winter power', aliases: ['grid operator'], questions: [] },
  { name: 'breaches', title: 'Hospital breaches', aliases: ['hospital network'], questions: [] },
  {
    name: 'talks',
    title: 'Fisheries talks',
    aliases: ['fisheries talks', 'northern strait'],
    questions: [],
  },
  { name: 'courts', title: 'Bridge contracts', aliases: ['bridge inspections'], questions: [] },
];

/** So many articles on 50 happenings, told by several outlets each, over the two weeks up to 3 March 2026. */
export function generatedNews(count: number): readonly NewArticle[] {
  return Array.from({ length: count }, (_, at) => {
    // Some happenings are told by many outlets, most by few.
    const happening = at < 50 ? at : Math.floor(50 * ((at * 0.618) % 1) ** 2);
    const theme = THEMES[happening % THEMES.length] as Theme;
    const place = PLACES[Math.floor(happening / THEMES.length)] ?? 'Larkhaven';
    const person = PEOPLE[(happening * 3) % PEOPLE.length] ?? '';
    const role = ROLES[(happening * 3) % ROLES.length] ?? '';
    const figure = 3 + ((happening * 7) % 41);
    const outlet = OUTLETS[(at + Math.floor(at / 50)) % OUTLETS.length] ?? '';
    const day = new Date(Date.UTC(2026, 2, 3) - ((at * 5 + happening) % 14) * 86_400_000);
    const opening = theme.opening(place, figure);
    const quote = `“${theme.quote},” said ${person}, the ${role}.`;
    const detail = theme.detail(place, figure + (at % 3));
    const order = at % 2 === 0 ? [opening, quote, detail] : [opening, detail, quote];
    return article({
      ...{ id: `g${at}`, outlet, title: theme.headline(place, figure), text: order.join('\n\n') },
      ...{ publishedAt: day.toISOString().slice(0, 10), url: `https://news.example/${at}` },
      ...(at >= 50 && { story: `g${happening}` }),
    });
  });
}
