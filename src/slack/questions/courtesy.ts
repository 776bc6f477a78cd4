const END = '(?:[\\s,.!:;–—]+|$)';

/** How people begin when they write to somebody; each is followed by what they want. */
const BEFORE = [
  `(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|again|team))?${END}`,
  `(?:please|pls|kindly)${END}`,
  `(?:thanks|thank you|thx)(?: (?:a lot|so much|very much))?${END}`,
  '(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)(?: please)? (?=(?:tell|brief|show|give|remind|update|let|summari[sz]e|explain)\\b)',
  `(?:tell|brief|show|give|remind|update) (?:me|us)(?: (?:about|on|of))?${END}`,
  `let (?:me|us) (?:know|see)(?: about)?${END}`,
  `(?:i|we)(?:['’]d| would)? (?:like|want|need|wish) to (?:know|see|hear)(?: about)?${END}`,
  `do (?:you|we) know${END}`,
  '\\/?brief (?:(?:me|us) )?(?:(?:on|about) )?',
  `(?:summari[sz]e|explain)(?: to (?:me|us))?${END}`,
  'what do (?:you|we) (?:know|have) (?:about|on|of) ',
  '(?:what|how) about ',
  '(?:and|but|so|also),? (?=(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|did|does|do|has|have|will)\\b)',
  '(?:an?|the) (?=(?:timeline|quotes|sources)\\b)',
].map((start) => new RegExp(`^${start}`, 'i'));
const AFTER = [
  /[\s,]+(?:please|pls)[\s.!]*(?=\?*$)/i,
  /(?<=^|[\s,.;!?–—-])(?:many )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|again|so much|very much|in advance))?[\s.!]*$/i,
];

/** What else is said to somebody without asking for anything. */
const PLEASANTRY =
  /^(?:thanks|thank you|thx) (?:for|to) .*$|^(?:(?:ok|okay|great|nice|cool|perfect|good (?:bot|job|work)|well done|got it|bye|goodbye|good night|see you|yes|no|yep|nope|sure|test|testing|ping|lol|wow|sorry|never ?mind|how are you|howdy|yo)(?:[\s,.!?]+|$))+$/i;
/** What is asked by people who don't know what to ask. */
const HELP =
  /^(?:help(?: me)?|commands|what (?:can|do) you do|what can i (?:ask|do)(?: (?:you|here))?|who are you|what are you|what is this|how (?:does|do) (?:this|it|you) work)[\s.!?]*$/i;

/** What plain words want of us: something of the articles, to know what can be asked, or nothing. */
export type Wanted =
  | { readonly kind: 'brief'; readonly words: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'nothing' };

/** Tells what plain words want, once they are rid of what is only polite; '' wants nothing. */
export function wantedBy(words: string): Wanted {
  if (PLEASANTRY.test(words)) return { kind: 'nothing' };
  const bare = withoutCourtesy(words);
  if (HELP.test(bare) || /^\?+$/.test(bare)) return { kind: 'help' };
  if (bare === '' || PLEASANTRY.test(bare)) return { kind: 'nothing' };
  return { kind: 'brief', words: bare };
}

function withoutCourtesy(words: string): string {
  let bare = words.trim();
  for (let before = ''; before !== bare; ) {
    before = bare;
    for (const polite of [...BEFORE, ...AFTER]) bare = bare.replace(polite, '').trim();
  }
  return bare.replace(/[\s,;–—-]+$/, '');
}
