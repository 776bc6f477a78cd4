const LEADS =
  /^(?:(?:click|tap) (?:here|to)\b|read (?:more|also|next|the full)\b|(?:see|read|watch|listen) (?:also|more)?\s*:|also read|also see|related(?: stor(?:y|ies)| articles?| posts?| coverage| content| news| topics)?\s*:?$|related\s*:|sign up\b(?! to\b)|subscribe\b|follow (?:us|me)\b|like us\b|join our\b|download (?:our|the) \w* ?app|get (?:our|the) (?:latest|free|daily|newsletter)|share (?:this|on|via)\b|(?:photo|image|picture|photograph|video|graphic|illustration|source image)s?(?: by| credit| courtesy)?\s*[:/©]|advert(?:isement)?s?(?: - story continues below)?$|story continues|(?:article|content) continues|continue reading|originally published|copyright\b|©|\(c\) \d|all rights reserved|\[?read more\b|recommended(?: for you| reading| stories)?$|you (?:may|might) (?:also )?(?:like|be interested)|most (?:popular|read)|trending(?: now)?$|(?:\d+ )?(?:comments?|shares?|likes?|replies)$|print$|leave a (?:comment|reply)|(?:posted|filed) (?:in|under)\b|tags?\s*:|tagged\b|about the author|editor['’]?s['’]? picks?|don['’]?t miss\b|skip to\b|loading|image \d+ of\b|\d+ of \d+$|view (?:gallery|comments|all)|(?:hide|show) caption|enlarge|toggle|back to top|report (?:an? )?(?:error|typo|this)|send us a\b|have (?:a|any) (?:tip|story|news|question)|got a (?:tip|story|news)|this (?:article|story|post) (?:originally|first|was (?:originally|first)|may contain affiliate|contains affiliate)|home$|(?:sponsored|promoted)(?: content)?$|buy now$|tell us what you think|let us know (?:in|what)|what do you think)/i;

const INSIDE =
  /(?:sign up (?:for|to) (?:our|the|\w+['’]s) [\w ,'’-]{0,40}(?:newsletter|briefing|alerts?|email)|subscribe to (?:our|the) (?:[\w-]+ ){0,3}(?:newsletter|channel|podcast|magazine|feed)|our (?:[\w-]+ ){0,3}newsletter|follow (?:us|him|her|them|the [\w ]{1,30}|[\w. ]{1,40}) on (?:twitter|facebook|instagram|linkedin|x\b|threads|telegram)|\bon (?:twitter|facebook|instagram) (?:at |and |or )?@|@\w+ on (?:twitter|facebook|instagram)|click here (?:to|for)|download (?:our|the) (?:[\w-]+ ){0,3}app|all rights reserved|(?:may|must) not be (?:published|reproduced|reprinted|republished)|written permission|can be reached at|reach (?:him|her|them) at|contact (?:the (?:reporter|writer|author)|us) at|(?:breaking )?news alerts|(?:straight|right|delivered) to your (?:inbox|email|phone)|to your inbox|(?:please |to )subscribe to (?:the|our|continue|read)|already a subscriber|log ?in (?:to your account )?(?:for|to) (?:immediate )?(?:access|read|continue)|is not responsible for the opinions|views expressed (?:in|by|here)|opinions expressed (?:in|by|here)|to continue reading|this (?:site|website) uses cookies|copyrighted property)/i;

const BARE =
  /^(?:https?:\/\/\S+|(?:www|twitter|facebook|instagram)\.\S+\/?\S*|[\w.+-]{1,60}@[\w.-]{1,60}\.\w{2,10}|@\w{1,30}|[^\p{L}\p{N}]+)$/u;
const BYLINE =
  /^(?:BY|[Bb]y|(?:[Ww]ritten|[Pp]osted|[Ss]tory|[Ww]ords|[Tt]ext|[Rr]eporting|[Pp]ublished) by)\s*:?\s+\p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:and |& |of )?[\p{Lu}\d][\p{L}\d.,'’:-]*){0,12}$/u;
const WHEN =
  /^(?:(?:published|posted|updated|last (?:updated|modified)|created|first published|on|date)\s*(?:on|at|:)?\s*)?(?:\w{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)? \w{3,9}|\w{3,9}\.? \d{1,2}),? \d{4}[^.]{0,80}$/i;
const MORE =
  /^(?:more (?:on|from|about|in|stories|news|great|top|reading|coverage|[\w' ’-]{1,30} (?:news|stories|coverage))\b|more\W*$|related\b|read more|read next|recommended|see also|you may also|most (?:popular|read)|latest (?:news|stories|posts)|further reading|also on\b|popular (?:now|stories|posts)|other (?:stories|news|posts))/i;

const LONGEST_CALL = 350;
const LONGEST_HEADING = 70;
const FIRST = 3;

function isCall(paragraph: string): boolean {
  if (BARE.test(paragraph)) return true;
  if (paragraph.length > LONGEST_CALL) return false;
  return (LEADS.test(paragraph) && paragraph.length < LONGEST_CALL / 2) || INSIDE.test(paragraph);
}

/** Where a list of other articles begins under a heading such as "More on this"; the length where none does. */
function endOfArticle(paragraphs: readonly string[]): number {
  const at = paragraphs.findIndex(
    (paragraph, index) =>
      index >= paragraphs.length * 0.6 &&
      paragraph.length < LONGEST_HEADING &&
      MORE.test(paragraph) &&
      !/[.?!]["”]?$/.test(paragraph),
  );
  if (at < 1) return paragraphs.length;
  const rest = paragraphs.slice(at);
  const before = paragraphs.slice(0, at);
  const length = (all: readonly string[]) => all.reduce((sum, one) => sum + one.length, 0);
  return length(rest) < length(before) / 3 && rest.every((one) => one.length < 250)
    ? at
    : paragraphs.length;
}

/** An article's paragraphs without bylines, calls to read, share or subscribe elsewhere; and those that were dropped. */
export function withoutCalls(paragraphs: readonly string[]): {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
} {
  const kept: string[] = [];
  const dropped: string[] = [];
  const end = endOfArticle(paragraphs);
  paragraphs.forEach((paragraph, index) => {
    const leads =
      index < FIRST && paragraph.length < 120 && (BYLINE.test(paragraph) || WHEN.test(paragraph));
    (index >= end || leads || isCall(paragraph) ? dropped : kept).push(paragraph);
  });
  return { kept, dropped };
}
