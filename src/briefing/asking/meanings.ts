import { alike } from '../alike.ts';
import { stem } from '../stem.ts';

/**
 * What people ask in beside the words of `alike`: a line with a colon adds words to the meaning of the word before it, any
 * other is a meaning of its own.
 */
const FURTHER = `
compromised: caught
resign: leave left step stepping
sacked: fire dismiss sack oust remove
leader: lead head run chief boss
session: talk gathering conversation
price: payment value awarded
opened: begin begun launch
ended: conclude finish close
pact: pledge promise
published: issue wrote
disclosed: confirm confirmed
detected: alerted spot spotted
custody: detain caught seized
death: fatalities
hurt: injuries
participate: join joined
urged: want call urge ask asked insist
denied: dismiss refute refuted
successor: became
discuss: discussion talk topic topics mention mentioned
hack: attackers hackers hacking intruders cyberattack incident
stole: steal obtained lost copied
founded: create establish set setup
conclusion: determined decide decided decision judgment
provided: supply get receive
faulted: criticize criticized criticism
show shown present presented produce produced
evidence proof
country countries state states nation nations government governments
company companies firm firms contractor contractors business vendor provider
suspend suspended halt halted pause paused shut offline stop stopped withdraw withdrew withdrawn cancel cancelled
arrive arrived come came coming travel travelled traveled trip visit visited visitor
number figure figures estimate estimated total tally count
amount size scale scope extent magnitude
reply response respond responded answer answered react reacted reaction
warn warned warning caution cautioned
accept accepted acknowledge acknowledged admit admitted concede conceded
lawmaker lawmakers congress senator representative congressman congresswoman legislator
method methods way technique means
charge charged charges indict indicted indictment accuse accused prosecute
sentence sentenced jail jailed prison imprisoned term
court judge trial ruling ruled verdict tribunal
law bill legislation act statute
vote voted votes ballot election elected poll
win won victory defeat beat
money funds funding dollars budget
buy bought purchase purchased acquire acquired acquisition takeover
sell sold sale
build built construct construction building
grow grew growth rise rose increase increased climb climbed
fall fell drop dropped decline declined decrease decreased
aim aimed goal purpose intend intended plan planned plans
reason reasons because cause caused motive
protest protests protested demonstrate demonstration demonstrators rally march
strike strikes walkout
fight fighting battle clash clashes war conflict
bomb bombing blast explosion exploded
shoot shot shooting gunfire gunman
crash crashed collision wreck accident
blaze flames burned burning
flood floods flooding flooded
storm hurricane cyclone typhoon
quake earthquake tremor
police officers officer cops
troops soldiers forces military army
school students pupils university college
doctor doctors physician hospital medical
job jobs work employment employees workers staff
link linked tie tied connect connected connection
locate located location place based
describe described call called characterize characterized
support supported back backed endorse endorsed
oppose opposed opposition against
help helped assist assistance aid
allow allowed permit permitted let
ban banned prohibit prohibited forbid bar barred
require required must need needed
send sent dispatch dispatched
speak spoke remarks speech comment commented
believe believes view opinion
age aged old
retire retired retirement
hire hired appoint appointed appointment nominate nominated pick
live lived lives resident residents
study research researchers survey
mistake error errors mistakes wrong
rule rules norm norms standard standards
password passwords credential credentials login
early prior before previous
spy spying espionage spies
length long duration
result results outcome outcomes
gen general
sen senator
rep representative
gov governor
adm admiral
`;

const MEANINGS = new Map<string, Set<string>>();
for (const line of FURTHER.trim().split('\n')) {
  const [words = '', head] = line.split(': ').reverse();
  const known = head === undefined ? [] : alike(stem(head));
  const meaning = [...known, ...words.split(' ').map(stem)];
  for (const one of meaning) MEANINGS.set(one, new Set([...(MEANINGS.get(one) ?? []), ...meaning]));
}

/** The other stems that the news may use for a stem. */
export function meaningsOf(one: string): string[] {
  const all = new Set([...alike(one), ...(MEANINGS.get(one) ?? [])]);
  all.delete(one);
  return [...all];
}

/** What people say in two or three words, and the one word for it. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:bring|brings|brought|bringing) up\b/gi, 'raise'],
  [/\b(?:pull|pulled|pulling) out\b/gi, 'withdraw'],
  [/\b(?:take|takes|took|taking|taken) over\b/gi, 'replace'],
  [/\b(?:take|takes|took|taking|taken) the place\b/gi, 'replace'],
  [/\bpoint(?:s|ed|ing)? (?:the|a) finger\b/gi, 'blame'],
  [/\bwalk(?:s|ed|ing)? back\b/gi, 'retract'],
  [/\b(?:put|puts|putting) out\b/gi, 'publish'],
  [/\b(?:come|came|comes|coming) out\b/gi, 'result'],
  [/\b(?:wrap|wraps|wrapped|wrapping) up\b/gi, 'end'],
  [/\b(?:pick|picked|picks|picking) up\b/gi, 'arrest'],
  [/\b(?:step|steps|stepped|stepping) (?:down|aside)\b/gi, 'resign'],
  [/\b(?:set|sets|setting) up\b/gi, 'establish'],
  [/\b(?:carry|carries|carried|carrying) out\b/gi, 'behind'],
  [/\b(?:find|finds|found|finding) out\b/gi, 'discover'],
  [/\b(?:made|make|makes) up (?:its|his|her|their|our) minds?\b/gi, 'conclusion'],
  [/\b(?:ask|asks|asked|asking|call|calls|called|calling) for\b/gi, 'demand'],
  [/\b(?:turn|turned) down\b/gi, 'reject'],
  [/\bpoint(?:s|ed)? to\b/gi, 'suspect'],
];

/** A question with what it says in several words put in one. */
export function inPlainWords(question: string): string {
  return PHRASES.reduce((text, [phrase, word]) => text.replace(phrase, word), question);
}
