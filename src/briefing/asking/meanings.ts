import { stem } from '../stem.ts';

/**
 * Words that a question and its answer in the news use for each other; each line is one meaning. A word may stand in several.
 */
const MEANINGS = `
affected hit exposed compromised victims notified caught
behind responsible responsibility attribution attributed attribute blame blamed accuse accused accusation culprit perpetrators suspect suspected allegation
resign resigned quit resignation leave left step stepping
fire fired dismiss dismissed sack sacked oust ousted remove removed
host hosted chair chaired led headed
lead leads head heads run runs chair chairs leader leadership chief boss
meet meeting met session round talks held talk gathering conversation
cost costs price worth contract paid pay spent payment value awarded
begin began begun start started open opened opens launch launched first
end ended conclude concluded finish finished close closed
agree agreed agreement accord deal pact commitment commitments committed pledge pledged promise promised
report published release released issue issued publish wrote
announce announced disclose disclosed reveal revealed confirm confirmed
discover discovered detected discovery find found learn learned notice noticed alerted spot spotted
arrest arrested arrests detain detained custody caught seized
die died killed dead deaths death toll fatalities
injured wounded hurt injuries
attend attended present participate participated part joined join
demand demanded wanted want call called urge urged ask asked insist
deny denied denies reject rejected dismissed refute refuted unproven
succeed succeeded replace replaced acting successor became
raise raised discuss discussed discussion address addressed talk talked agenda topic topics bring brought mention mentioned
attack attacked attackers breach breached breaches hack hacked hacks hacking hackers intrusion intrusions intruders theft cyberattack incident
take taken took steal stole stolen theft obtained lost copied
create created established establish found founded founding set setup
conclusion findings found find finding determined decide decided decision judgment
offer offered provide provided supply get receive
criticize criticized criticised criticism blame blamed faulted
show shown present presented produce produced
evidence proof
country countries state states nation nations government governments
company companies firm firms contractor contractors business vendor provider
suspend suspended halt halted pause paused shut offline stop stopped withdraw withdrew withdrawn cancel cancelled quit
arrive arrived come came coming travel travelled traveled trip visit visited visitor delegation
number figure figures estimate estimated total tally count many
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
grow grew growth rise rose increase increased climb climbed up
fall fell drop dropped decline declined decrease decreased cut down
aim aimed goal purpose intend intended plan planned plans
reason reasons because cause caused motive
protest protests protested demonstrate demonstration demonstrators rally march
strike strikes walkout
fight fighting battle clash clashes war conflict
bomb bombing blast explosion exploded
shoot shot shooting gunfire gunman
crash crashed collision wreck accident
fire blaze flames burned
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
use used employ employed
send sent dispatch dispatched
speak spoke remarks speech address told said comment commented
think thinks believe believes view opinion see sees
old age aged
retire retired retirement
hire hired appoint appointed appointment name named nominated nominate pick
live lived lives resident residents
study research researchers survey
mistake error errors mistakes wrong
rule rules norm norms standard standards
settle settled resolved agreed
technology tool tools malware software
credential credentials password passwords login
personal private
early prior before previous
joint together both
spy spying espionage spies
access privileges
form questionnaire document
length long duration
result results outcome outcomes
gen general
sen senator
rep representative
gov governor
adm admiral
`;

const BY_STEM = new Map<string, Set<string>>();
for (const line of MEANINGS.trim().split('\n')) {
  const stems = line.split(' ').map(stem);
  for (const one of stems) {
    const known = BY_STEM.get(one) ?? new Set();
    for (const other of stems) if (other !== one) known.add(other);
    BY_STEM.set(one, known);
  }
}

/** The other stems that the news may use for a stem. */
export function meaningsOf(one: string): string[] {
  return [...(BY_STEM.get(one) ?? [])];
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
  [/\b(?:get|gets|got|gotten) in(?:to)?\b/gi, 'entered way in'],
  [/\b(?:turn|turned) down\b/gi, 'reject'],
  [/\bon the table\b/gi, 'possible ruled'],
  [/\bpoint(?:s|ed)? to\b/gi, 'suspect'],
];

/** A question with what it says in several words put in one. */
export function inPlainWords(question: string): string {
  return PHRASES.reduce((text, [phrase, word]) => text.replace(phrase, word), question);
}
