/** What a cue tells about its speaker. */
export type CueClass =
  | 'says'
  | 'asks'
  | 'believes'
  | 'plans'
  | 'judges'
  | 'shows'
  | 'denies'
  | 'declines';

/**
 * What may follow a cue: a clause ("that …"), a quotation, an infinitive, a noun phrase, a hearer and then one of
 * them ("told reporters that …").
 */
export type Frame = 'clause' | 'quote' | 'to' | 'phrase' | 'hearer';

/** Verbs that mark words or thoughts as somebody's, by class and by what may follow them. */
export const cueVerbs: readonly {
  readonly class: CueClass;
  readonly frames: readonly Frame[];
  readonly verbs: string;
}[] = [
  {
    class: 'says',
    frames: ['clause', 'quote'],
    verbs: `say add state write reply remark joke quip recount testify opine chime shout yell whisper scream mutter
      exclaim retort blog interject intone deadpan elaborate concur`,
  },
  {
    class: 'says',
    frames: ['clause', 'quote', 'phrase'],
    verbs: `note announce report argue claim contend assert maintain acknowledge admit concede confirm declare disclose
      reveal stress emphasize emphasise underscore underline recall observe explain mention affirm reaffirm reiterate
      allege proclaim profess predict forecast tweet retweet relate recite divulge foresee certify attest cite post quote
      highlight clarify verify chant sing boast echo read posit hypothesize express voice cheer`,
  },
  {
    class: 'says',
    frames: ['clause', 'quote'],
    verbs: `respond comment insist complain lament brag gripe grumble grouse suggest hint imply indicate caution
      speculate theorize reason muse signal repeat continue rule conclude counter fume bemoan gush marvel crow`,
  },
  {
    class: 'says',
    frames: ['clause', 'quote', 'hearer', 'to'],
    verbs: 'tell inform assure remind notify advise brief convince persuade reassure',
  },
  { class: 'says', frames: ['clause', 'quote', 'hearer', 'phrase', 'to'], verbs: 'warn' },
  {
    class: 'plans',
    frames: ['clause', 'to', 'quote', 'phrase'],
    verbs: 'promise pledge vow threaten propose swear guarantee',
  },
  { class: 'plans', frames: ['clause', 'to'], verbs: 'agree decide' },
  {
    class: 'asks',
    frames: ['clause', 'to', 'hearer', 'quote'],
    verbs: 'ask urge implore beg exhort beseech',
  },
  { class: 'asks', frames: ['clause', 'quote', 'phrase'], verbs: 'question wonder inquire query' },
  { class: 'asks', frames: ['clause', 'to', 'quote', 'phrase'], verbs: 'demand recommend request' },
  { class: 'asks', frames: ['to', 'phrase'], verbs: 'encourage seek' },
  {
    class: 'believes',
    frames: ['clause', 'phrase'],
    verbs:
      'believe doubt assume suspect worry fear think feel understand anticipate envision presume reckon',
  },
  {
    class: 'believes',
    frames: ['clause', 'to', 'phrase'],
    verbs: 'hope expect want prefer',
  },
  { class: 'plans', frames: ['to'], verbs: 'plan intend aim' },
  {
    class: 'judges',
    frames: ['phrase'],
    verbs: `criticize criticise praise accuse blame condemn denounce slam blast attack mock ridicule oppose support
      endorse back defend reject dismiss deride decry champion applaud tout commend laud chide chastise scold rebuke
      lambaste assail rip bash hail welcome blame favor favour describe characterize characterise call label brand dub
      liken compare depict portray credit advocate question challenge discuss outline detail promote address admire
      disavow disparage belittle berate castigate excoriate hammer pan trash skewer thank congratulate salute
      disagree apologize apologise rail boo name
      view regard invoke unveil resent embrace downplay trumpet`,
  },
  {
    class: 'shows',
    frames: ['clause', 'phrase'],
    verbs: 'show find conclude demonstrate estimate document project illustrate suggest calculate',
  },
  { class: 'shows', frames: ['clause'], verbs: 'determine discover learn' },
  {
    class: 'denies',
    frames: ['clause', 'phrase', 'quote'],
    verbs: 'deny dispute refute rebut contradict disclaim',
  },
  { class: 'declines', frames: ['to'], verbs: 'decline refuse' },
];

/** Cues of more than one word, the verb first; each takes the noun phrase or clause after it. */
export const phrasalCues: readonly { readonly class: CueClass; readonly phrases: string }[] = [
  {
    class: 'asks',
    phrases: 'call_for call_on push_for press_for appeal_to lobby_for plead_for ask_for ask_about',
  },
  {
    class: 'says',
    phrases: `point_out point_to make_clear speak_of speak_about talk_about speak_out lay_out spell_out
      refer_to allude_to warn_of warn_about warn_against boast_of boast_about brag_about hint_at insist_on comment_on
      complain_about complain_of respond_to reply_to testify_about write_about elaborate_on expand_on bring_up
      respond_by reflect_on joke_about weigh_in`,
  },
  {
    class: 'judges',
    phrases: `object_to agree_with disagree_with side_with argue_for argue_against campaign_for rail_against
      speak_against apologize_for apologise_for stand_by vote_for vote_against go_after lash_out hit_back push_back
      come_out scoff_at take_aim approve_of disapprove_of`,
  },
  {
    class: 'believes',
    phrases:
      'hope_for worry_about think_of believe_in long_for wish_for care_about dream_of count_on',
  },
  { class: 'plans', phrases: 'plan_on commit_to agree_on decide_on decide_against' },
];

/** Past, past participle, and other forms that no rule gives; each line starts with the verb itself. */
export const irregularForms = `say said|tell told|write wrote written|think thought|feel felt|understand understood|
  speak spoke spoken|read read|find found|show showed shown|swear swore sworn|beg begged|foresee foresaw foreseen|
  sing sang sung|seek sought|make made|lay laid|spell spelled|go went gone|bring brought|stand stood|take took taken|
  come came come|hit hit|decide decided|wonder wondered|learn learned|hear heard|plead pleaded|dream dreamed|
  brief briefed|rip ripped|plan planned|pan panned|brag bragged|rebut rebutted|commit committed|refer referred|
  prefer preferred|admit admitted|weigh weighed|chat chatted|quip quipped|dub dubbed|put put|rebut rebutted|
  get got gotten|give gave given|see saw seen|know knew known|have had|do did done|be was were been|keep kept|
  hold held|leave left|lose lost|win won|run ran run|rise rose risen|fall fell fallen|begin began begun|send sent|
  build built|buy bought|catch caught|choose chose chosen|cut cut|draw drew drawn|drive drove driven|eat ate eaten|
  fight fought|fly flew flown|forget forgot forgotten|grow grew grown|lead led|lend lent|let let|lie lay lain|
  meet met|pay paid|quit quit|ride rode ridden|sell sold|set set|shoot shot|shut shut|sit sat|spend spent|
  steal stole stolen|strike struck stricken|teach taught|throw threw thrown|wear wore worn|break broke broken|
  become became become|stop stopped|drop dropped|occur occurred|shake shook shaken|sleep slept|mean meant|
  deal dealt|bind bound|bear bore borne|spread spread|cast cast|cost cost|hurt hurt|split split|undergo underwent undergone|
  withdraw withdrew withdrawn|overcome overcame overcome|freeze froze frozen|hide hid hidden|blow blew blown`;
