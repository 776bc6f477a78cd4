import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { answerTo, starterLibrary } from './library.ts';

/** Questions that the starter corpus answers, each with what the first line must hold. */
const ANSWERED: readonly (readonly [string, RegExp])[] = [
  ['How many fingerprints were stolen?', /5\.6 million/],
  ['How many people were affected?', /21\.5 million|22\.1 million/],
  ['How many pages does the House report have?', /241 pages/],
  ['How many outcomes did the S&ED have?', /120 outcomes/],
  ['How much is the contract worth?', /133\.3 million/],
  ['Who resigned?', /Archuleta/],
  ['When did Archuleta resign?', /resigned on Friday/],
  ['Who replaced Archuleta?', /Beth Cobert/],
  ['Who co-hosted the SSD?', /Blinken/],
  ['Who led the strategic track of the S&ED?', /Kerry and Yang/],
  ['Who chaired the cybercrime dialogue?', /Lynch/],
  ['When is the next dialogue?', /June 2016/],
  ['When was the OPM breach discovered?', /April|June/],
  ['Who was behind the OPM breach?', /China|Chinese|attribut|responsib|named|criminal/],
  ['What did Kirby say about the OPM breach?', /OPM breach|no allegation/],
  ['What did Clapper say about China?', /leading suspect/],
  ['What did Lu Kang say?', /absurd logic/],
  ['What did Hong Lei say?', /irresponsible|victim|anonymously/],
  ['What did Obama call the result?', /common understanding/],
  ['What did Boehner say?', /no confidence/],
  ['What did the senior State Department official say about the GGE?', /GGE|norms/],
  ['Was the OPM breach raised at the S&ED?', /raised|discussed/],
  ['Which malware was used?', /Sakula/],
  ['Who was arrested in Los Angeles?', /Yu Pingan/],
  ['Where did the GEOINT Symposium take place?', /Washington/],
  ['When was e-QIP suspended?', /June 29/],
  ['Who prepared the ground for Xi?', /Meng Jianzhu/],
  ['Who asked for resignations?', /Lieu|Chaffetz|chairman/],
  ['How many pages has Standard Form 86?', /127 pages/],
  ['When did Seymour retire?', /February/],
  ['why did Beijing pull out of the cyber working group', /suspended/],
  ['Who broke the news of the OPM breach?', /Associated Press broke/],
  ['How many Chinese officials travelled to Washington for the talks?', /about 400/i],
  ['How long were the intruders inside before anyone noticed?', /about a year|nearly a year/],
  ['how many countries had experts on the UN cyber group', /20 states/],
  ['How much is the contract with ID Experts worth?', /133\.3 million/],
  ['Did the NSA chief say who hacked OPM?', /declined to attribute/],
  ['Why was e-QIP taken offline?', /weakness/],
  ['Was the OPM intrusion raised at the 2014 S&ED, according to Kerry?', /not raised specifically/],
  ['what did the Chinese Embassy warn against?', /jumping to conclusions/],
];

/** Questions that it leaves open, most of them in words that it uses. */
const SILENT: readonly string[] = [
  'How many people died?',
  'How many people were arrested in Russia?',
  'When did Kirby resign?',
  'When did Clapper resign?',
  'What did Putin say about the breach?',
  'What did Kirby say about North Korea?',
  'What did Merkel say?',
  'How much ransom was paid?',
  'Who is the CEO of KeyPoint?',
  'Who won the election?',
  'How many soldiers were wounded?',
  'When does the trial of Yu Pingan begin?',
  'How much did the hackers demand?',
  'Where was Kirby born?',
  'Why did Blinken resign?',
  'Who designed the website?',
  'Did the AFGE sue OPM over the breach?',
  'Is the OPM hack linked to the Anthem breach?',
  'Who chaired the UN Group of Governmental Experts?',
  'How much is CSID being paid?',
];

const RIGHT = 0.9;
const KEPT_SILENT = 0.95;

let library: OwnedCorpus;
beforeAll(async () => {
  library = await starterLibrary();
});
afterAll(() => library.close());

async function firstLine(question: string): Promise<string | null> {
  const brief = await answerTo(library, question);
  if (isRefusal(brief)) return null;
  const line = brief.answers[0]?.lines[0];
  return line ? `${line.speaker ?? ''}: ${line.text}` : null;
}

it(`answers at least ${RIGHT * 100} % of the questions with the right line first`, async () => {
  const wrong: string[] = [];
  for (const [question, right] of ANSWERED) {
    const line = await firstLine(question);
    if (line === null || !right.test(line)) wrong.push(`${question} → ${line ?? 'silence'}`);
  }
  expect(1 - wrong.length / ANSWERED.length, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT);
});

it(`says nothing to at least ${KEPT_SILENT * 100} % of the questions that the articles leave open`, async () => {
  const said: string[] = [];
  for (const question of SILENT) {
    const line = await firstLine(question);
    if (line !== null) said.push(`${question} → ${line}`);
  }
  expect(1 - said.length / SILENT.length, said.join('\n')).toBeGreaterThanOrEqual(KEPT_SILENT);
});
