import { alike } from '../alike.ts';
import { stem } from '../stem.ts';

/** Words of one family that no ending tells: a verb with its noun, a measure with its adjective. */
const FAMILIES = `
choose choice
decide decision
conclude conclusion
invade invasion
explode explosion
expand expansion
extend extension
divide division
permit permission
admit admission
produce product production
reduce reduction
destroy destruction
describe description
respond response
defend defense defence
offend offense offence
intend intention intent
lose loss
sell sale
fly flight
prove proof
believe belief
advise advice
speak speech
solve solution
complain complaint
apply application applicant
deny denial
bury burial
marry marriage
notify notification
identify identification
verify verification
explain explanation
maintain maintenance
detain detention detainee
intervene intervention
acquire acquisition
compete competition competitor
suspect suspicion
threaten threat
injure injury
fail failure
seize seizure
close closure
expose exposure
withdraw withdrawal
remove removal
dismiss dismissal
approve approval
survive survivor survival
know knowledge
own ownership owner
analyze analyse analysis analyst
criticize criticise criticism critic
apologize apologise apology
migrate migrant migration
vaccinate vaccine vaccination
conspire conspiracy
strong strength strengthen
weak weakness weaken
long length
high height
wide width
deep depth
poor poverty
free freedom
able ability
angry anger
price pricey pricing
cost costly
law legal lawful
diplomat diplomacy diplomatic
politics political politician
science scientist scientific
crime criminal
violent violence
silent silence
absent absence
vacant vacancy
resident residence reside
accurate accuracy
private privacy
secret secrecy
sign signature
year yearly annual annually
encrypt encryption unencrypted
bind binding nonbinding
use misuse
`;

/** What the news says for one another, field by field: telling, harm, justice, government, work and money, time, knowing, going. */
const SENSES = `
announce disclose reveal unveil publish release
report account story coverage
write author wrote
confirm verify
acknowledge admit concede accept
deny reject dispute dismiss refute
criticize condemn denounce blast rebuke fault
praise hail welcome applaud
accuse blame allege
claim assert contend insist
warn caution alert
promise pledge vow commitment commit
ask request seek demand urge want call
refuse decline
reply respond answer react reaction
comment remark
discuss discussion mention topic talk
describe characterize call
speech remarks address
attack assault strike raid
attack hack breach intrusion cyberattack hacking compromise
hackers attackers intruders culprits perpetrators
steal theft stole stolen rob take taken obtain copy
kill murder slay die death fatal fatalities
hurt injure wound
abduct kidnap kidnapping abduction
rescue save evacuate safety
shoot shooting gunfire gunman
bomb bombing blast explosion
fire blaze flames burn
crash collision wreck accident
flood flooding
storm hurricane cyclone typhoon
quake earthquake tremor
destroy damage ruin
protest demonstration demonstrate rally march unrest
strike walkout
fight fighting battle clash conflict war
spy spying espionage
arrest detain caught custody hold
charge indict indictment accuse prosecute
convict guilty conviction
sentence jail prison term
court judge trial ruling rule tribunal
sue lawsuit suit
investigate investigation probe inquiry examine
police officer cop
evidence proof
law bill legislation act statute
rule norm standard regulation
ban prohibit forbid bar
allow permit let
require must need
lead leader head chief run chair direct boss
resign quit leave left step
fire dismiss sack oust remove
replace succeed successor become
appoint name nominate pick hire appointment
retire retirement
vote ballot election elect poll
win victory beat defeat
lawmaker legislator congress senator representative congressman congresswoman
country nation state government
government administration
official officer
talks meeting dialogue negotiation session round summit conference gathering conversation
attend participate join part
agree agreement deal pact accord treaty
support back endorse
oppose opposition against
troops soldiers forces army
company firm business contractor vendor provider
agency office bureau department
price cost value fee charge worth
pay payment spend
money fund finance budget dollars
buy purchase acquire takeover
offer provide supply give get receive
rise grow growth increase climb jump
fall drop decline decrease
cut slash reduce
car vehicle automobile auto
employee worker staff personnel staffer
job work employment post position role
number figure total estimate tally count
amount size scale extent
begin start launch open
end finish conclude
delay postpone
stop halt suspend pause close shut offline cancel withdraw
early prior previous before
due scheduled expected planned
plan intend aim goal purpose
create establish found set setup form
find discover detect learn notice spot
show present presented demonstrate
think believe view opinion
help assist aid assistance
try attempt
cause reason because motive
way method technique means
result outcome
mistake error wrong
study research survey
expert specialist
doctor physician
student pupil school university college
child kid boy girl
spouse husband wife partner
visit trip travel arrive come
place location located based housed
live reside
send dispatch
build built construct construction
link connect connection tie
password credential login
`;

const MEANINGS = new Map<string, Set<string>>();
for (const line of [FAMILIES, SENSES].flatMap((list) => list.trim().split('\n'))) {
  const meaning = line.split(' ').map(stem);
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
  [/\bbreak-?ins?\b/gi, 'breach'],
  [/\bcaught up in\b/gi, 'affected by'],
  [/\bbreak-?ins?\b/gi, 'breach'],
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
