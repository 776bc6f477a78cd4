const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Abbreviations that a name or a noun follows, so that they never end a sentence; as written, no final full stop. */
export const beforeNames = words(`
  Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Rev Revs Hon Fr Msgr Mlle Mme
  Sen Sens Rep Reps Gov Govs Pres Amb Atty Assn Asst Assoc Dep Del Ald Cllr Min
  Gen Gens Lt Lts Col Cols Cpl Sgt Sgts Maj Capt Cmdr Cdr Comdr Adm Brig Pvt Pfc Spc Mgr Supt Insp Det Tpr Ofc
  Mt Mts Ft Pt Ven Rt Univ Dept Depts Natl Nat'l Int'l Gov't Govt gov't
  vs v cf viz approx Approx Rs ca e.g i.e f.e E.g I.e incl excl resp univ dept depts est med dept
`);

/** Abbreviations that a number follows ("No. 5", "Sec. 1262"); before anything else they are words. */
export const beforeNumbers = words(`
  No Nos no nos N° Nr nr p pp pg Vol Vols vol vols Ch Chap ch chap Sec Secs Sect sec Fig Figs fig figs Art Arts art
  Para para par Eq eq Ed Cl App Ver ver Rte Hwy Apt Ste Rm Bldg Tel tel Ext ext H.R S S.J.Res H.Con.Res H.Res Pub Pub.L
`);

/** Months and weekdays as news style shortens them. */
export const calendar = words(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri',
);

/** Abbreviations that stand after a name or at the end of a phrase; only what follows tells whether a sentence ends. */
export const afterNames = words(`
  Inc Corp Co Cos Ltd LLC Plc PLC Bros Jr Sr Esq inc corp co ltd plc etc al Al
  St Ave Blvd Rd Pl Sq Hwy st ave blvd rd Bhd Pty Mfg Cie GmbH
  Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev
  Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Que Ont Alta Sask Del
  mph hr hrs min mins secs yr yrs wk lb lbs oz ft cm km kg mi mm
  Ph.D M.Phil dept btw misc cont Dist Div
`);

/** Names that carry an exclamation mark. */
export const exclaimed = words('Yahoo YAHOO Jeopardy Yum Kahoot Joomla Oklahoma Hooray');

const pronounsAndArticles = `
  the a an this that these those it it's its he she they we you i his her their our my your
  he's she's they're we're there there's but and in on at as if when while what how`;

/** Words that no name begins with: capitalised after an initial, they tell that a new sentence has begun. */
export const plainStarters = words(pronounsAndArticles);

/** Words that, capitalised after an abbreviation, tell that a new sentence has begun. */
export const starters = words(`${pronounsAndArticles}
  i'm i've i'll i'd it'll we've we'll you're they've that's what's here or nor so yet for where why who whom whose which
  by with of to from without within under over after before since until during despite although though
  because unless whereas among amid between against about above across along around behind below beyond
  like near through throughout toward towards upon is are was were am be been do does did have has had can could
  will would shall should may might must don't doesn't didn't isn't aren't wasn't weren't won't can't let let's
  not no none nobody nothing never neither either both all any some many most much few several each every
  another other others such one two three four five six seven eight nine ten
  also however meanwhile moreover furthermore nevertheless nonetheless instead otherwise therefore thus hence
  still then now today yesterday tomorrow once only even just perhaps maybe indeed again further
  later earlier recently finally eventually previously currently already soon often sometimes
  additionally similarly besides rather according asked please yes well oh more less last next
`);

/** Forms of address and rank that may open a sentence. */
export const openingTitles = words('Mr Mrs Ms Dr Sen Sens Rep Reps Gov Prof Gen');
