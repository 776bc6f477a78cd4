/** Nouns for people, by which a description or a role is known. */
export const personNouns = `spokesman spokeswoman spokesperson official aide adviser advisor strategist analyst expert professor
  economist lawyer attorney judge justice prosecutor investigator detective officer sheriff chief director head chairman chairwoman
  chair chairperson president minister secretary senator congressman congresswoman representative lawmaker legislator governor mayor
  councilman councilwoman commissioner ambassador diplomat envoy leader candidate nominee politician democrat republican conservative
  liberal independent libertarian reporter journalist editor correspondent columnist commentator anchor host moderator author writer
  historian scholar researcher scientist doctor physician nurse surgeon psychologist teacher student principal superintendent dean
  fellow executive ceo cfo founder co-founder owner manager partner businessman businesswoman entrepreneur investor billionaire
  developer banker broker trader consultant contractor worker employee staffer operative organizer activist advocate campaigner
  volunteer supporter critic opponent ally friend neighbor neighbour colleague relative mother father son daughter brother sister
  husband wife widow parent uncle aunt cousin grandfather grandmother man woman boy girl person witness victim suspect defendant
  plaintiff resident voter citizen farmer pastor priest bishop archbishop cardinal pope rabbi imam general admiral colonel captain
  major sergeant lieutenant commander soldier veteran pilot king queen prince princess emperor chancellor premier deputy whip speaker
  treasurer comptroller solicitor counsel delegate pollster actor actress singer musician artist filmmaker producer coach player
  athlete star narrator questioner source insider person someone boss mogul tycoon magnate ex-wife running_mate first_lady
  undersecretary councilor councillor inspector agent member vice-president negotiator administrator architect clerk guard nurse cook employee manager mayor-elect president-elect`;

/** Capitalised words that stand before a name as its title. */
export const titleNouns = `president vice senator sen representative rep congressman congresswoman governor gov secretary minister prime
  chancellor mayor judge justice chief general gen attorney admiral adm colonel col captain capt lieutenant lt major maj sergeant sgt
  sheriff officer detective commissioner ambassador chairman chairwoman chair director deputy assistant professor prof doctor dr mr mrs
  ms mx miss sir lady lord king queen prince princess pope bishop archbishop cardinal father reverend rev rabbi imam sheikh ayatollah
  premier speaker leader commander superintendent counsel spokesman spokeswoman spokesperson candidate nominee ex-president
  vice-president undersecretary treasurer comptroller coach dean state foreign defense defence interior executive under former
  president-elect councilor councillor messrs acting interim police`;

/** Nouns for those who serve a government, an army, a court, a campaign or a company. */
export const officialNouns = `official aide adviser advisor spokesman spokeswoman spokesperson diplomat staffer operative officer
  agent investigator prosecutor negotiator envoy strategist counselor`;

/** Nouns and phrases for those whom the reporter will not name. */
export const anonymousNouns = 'source insider whistleblower informant leaker someone somebody';

/** Nouns for people and offices whom anyone can find although no name is given: courts, and those who belong to somebody named. */
export const identifiedNouns = `judge justice narrator wife husband mother father son daughter brother sister widow parent uncle aunt cousin
  family ex-wife ex-husband office team`;

/** Nouns that make a capitalised name a body's. */
export const bodyNouns = `department ministry agency bureau administration commission committee council board court senate house
  congress parliament government campaign party university college institute institution foundation association union federation
  league society organization organisation group company corporation corp inc llc ltd co bank fund trust press times post journal
  news tribune herald guardian magazine network radio television tv channel reuters bloomberg cnn nbc cbs abc fox msnbc npr bbc cnbc
  pbs politico breitbart nation nations office center centre service services police force forces army navy guard command pentagon
  kremlin white_house state treasury reserve fbi cia nsa irs epa doj dhs fda sec fcc ftc nato un eu gop dnc rnc aclu nra naacp
  coalition alliance caucus project network church museum hospital school district authority corps team club gazette examiner
  chronicle daily weekly review globe inquirer observer dispatch star-tribune twitter facebook google apple microsoft wikileaks
  poll survey report study analysis memo letter statement document documents lawsuit complaint filing website site blog panel
  roper gallup quinnipiac pew forum conference summit assembly cabinet brigade tribunal register consortium partners associates
  exchange dialogue kingdom states emirates republic islands street avenue river valley county city hill beach park airport
  act bill treaty agreement accord amendment law code war prize award plan program system holdings industries systems technologies laboratories airlines motors studios pictures entertainment cooperative`;

/** Nouns for a published text. */
export const documentNouns = `report study analysis memo memorandum letter document documents lawsuit suit complaint filing filings
  transcript blog website summary release announcement record article story account editorial indictment affidavit communique communiqué declaration resolution ruling opinion brief bill audit survey poll
  polls studies reports records emails email data paper review testimony log manual book tape video recording`;

/** Words that make a capitalised name an outlet's where its name ends with them. */
export const outletNouns = `times post journal news tribune herald guardian magazine newspaper weekly reuters bloomberg cnn nbc cbs abc msnbc npr
  bbc cnbc pbs ap afp upi dpa tass xinhua kyodo yonhap politico press gazette examiner chronicle daily globe inquirer dispatch
  telegraph courier sentinel observer axios yahoo`;

/** Nouns for an outlet without its name; after "news" or "wire" also a mere "agency" or "service". */
export const pressNouns = `newspaper magazine broadcaster tabloid newswire outlet`;

/** Plural nouns for many whom nobody could name one by one. */
export const crowdNouns = `republicans democrats critics experts analysts supporters opponents voters lawmakers observers leaders
  advocates activists residents people scholars historians economists conservatives liberals americans protesters protestors
  environmentalists proponents skeptics some others many most pundits scientists doctors readers investors allies rivals members
  groups authorities regulators conservatives progressives strategists reporters journalists commentators parents students women men
  families workers farmers veterans executives companies`;
