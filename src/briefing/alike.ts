import { stem } from './stem.ts';

/** Words that a question and its answer in the news use for each other; each line is one meaning. */
const ALIKE = `
  affected hit exposed compromised stolen victims notified
  behind responsible responsibility attribution attributed attribute blame blamed accuse accused accusation culprit
    perpetrators suspect suspected allegation
  resign resigned quit resignation ousted
  fired dismissed sacked ousted removed
  host hosted chair chaired led headed
  leads heads runs chairs leader leadership
  meet meeting met session round talks held
  cost costs price worth contract paid pay spent
  begin began start started open opened opens launched
  end ended concluded finished closed
  agree agreed agreement accord deal pact commitment commitments committed pledged promised
  report published released issued
  announced disclosed revealed
  discovered detected discovery found find learned noticed
  arrest arrested arrests detained custody
  die died killed dead deaths death toll
  injured wounded hurt injuries
  attend attended present participate participated part
  demand demanded wanted called urged
  deny denied denies rejected reject dismissed
  succeed succeeded replace replaced acting successor
  raise raised discuss discussed address addressed talked agenda bring brought
  attack attacked breach breached breaches hack hacked hacks intrusion intrusions theft
  take taken took stolen stole theft removed
  established created founded founding set
  find concluded conclusion findings found
  offered offer provide provided monitoring
  criticized criticised blamed faulted
`;

/** For each stem, all that it may stand for, itself first. */
const MEANINGS = new Map<string, ReadonlySet<string>>();
for (const line of ALIKE.trim().split(/\n {2}(?! )/)) {
  const meaning = line
    .trim()
    .split(/[\s-]+/)
    .map(stem);
  for (const one of meaning)
    MEANINGS.set(one, new Set([one, ...(MEANINGS.get(one) ?? []), ...meaning]));
}

/** A stem and the stems that the news uses for it. */
export function alike(one: string): ReadonlySet<string> {
  return MEANINGS.get(one) ?? new Set([one]);
}

const PEOPLE = new Set(
  `people person individual man woman child adult employee worker staff staffer official officer applicant spouse partner
  victim customer user patient student teacher voter citizen resident american national member soldier troop civilian
  passenger driver migrant refugee immigrant prisoner detainee hostage protester demonstrator player fan retiree veteran
  contractor reporter journalist lawmaker senator expert diplomat delegate delegation participant consumer subscriber
  member family relative other survivor fighter militant rebel policeman crew tourist visitor guest subscriber
  account holder taxpayer claimant job-seeker appointee personnel human population`
    .split(/\s+/)
    .map(stem),
);

/** True for the stem of a noun that counts people ("employees", "victims"). */
export function countsPeople(noun: string): boolean {
  return PEOPLE.has(noun) || /(?:ist|ian)$/.test(noun);
}
