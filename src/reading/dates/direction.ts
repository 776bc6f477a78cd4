/** Which way from the day of publication a sentence looks. */
export type Direction = 'past' | 'future' | null;

const future =
  /\b(?:will|won['’]t|shall|would|going to|to be|set to|due|scheduled|slated|planned for|plans?|planning|expects?|expected|intends?|aims?|hopes?|about to|upcoming|deadline)\b|['’]ll\b|\b(?:is|are) to\b|\b(?:opens|begins?|meets?|starts|follows|hosts?|expires?|convenes?|resumes?|arrives?|departs?|testif(?:y|ies)|takes? (?:effect|office|place)|(?:open|hold|start|launch|visit|attend|join) (?:the|an?|their|its|his|her|talks))\b/;
const past =
  /\b(?:said|told|was|were|had|did|didn['’]t|has|have|been|began|met|held|went|came|took|made|won|lost|left|got|gave|found|saw|ran|rose|fell|grew|knew|kept|sent|spoke|stood|wrote|read|led|put|set|cut|hit|shot|broke|brought|bought|sold|sat|spent|struck|drew|flew|fled|became|sank|swept|froze|threw|wore|chose|drove|rode|sought|taught|thought|caught|fought|heard|lent|dealt|meant|built|felt|hid|paid|quit|shut|split|burst|swore|tore|shook|stole|woke|withdrew|overthrew|overtook|undertook|forbade|saying|since|ago|wounding|[a-z]{2,}ed)\b/;
const present =
  /\b(?:is|are|begins?|opens?|starts?|ends?|meets?|expires?|marks?|takes?|comes?|goes|holds?|plays?|turns?|visits?|travels?|arrives?|leaves?|faces?|votes?|hears?|follows?|runs?|hosts?|shows?|says?)\b/;
const either = new RegExp(`(?<future>${future.source})|(?<past>${past.source})`, 'gi');

/**
 * Whether the verb or other word nearest before a date places it ahead or behind; where none stands before it, the
 * first one after. In the manner of HeidelTime (Strötgen and Gertz 2010), which asks the last tense seen.
 */
export function directionAt(before: string, after: string): Direction {
  return (
    last(before) ??
    first(after) ??
    (/\b(?:by|through|until|till)\s+$/i.test(before) ? 'future' : null)
  );
}

/** Whether words hold a verb of something that was done, is being done or is to come. */
export function tellsOfDoing(words: string): boolean {
  return first(words) !== null || present.test(words);
}

function last(words: string): Direction {
  let ahead = -1;
  let behind = -1;
  let behindStart = -1;
  either.lastIndex = 0;
  for (const cue of words.matchAll(either)) {
    if (cue.groups?.future !== undefined) ahead = cue.index + cue[0].length;
    else {
      behind = cue.index + cue[0].length;
      behindStart = cue.index;
    }
  }
  if (ahead < 0 && behind < 0) return null;
  if (ahead >= behind) return 'future';
  return ahead >= 0 && isPassive(words.slice(ahead, behindStart), words.slice(behindStart, behind))
    ? 'future'
    : 'past';
}

function first(words: string): Direction {
  either.lastIndex = 0;
  const cue = either.exec(words);
  if (!cue) return null;
  return cue.groups?.future === undefined ? 'past' : 'future';
}

/** Whether the words between "will" and a past form make it a participle ("will be announced", "to have ended"). */
function isPassive(between: string, form: string): boolean {
  return (
    /^(?:\s+[a-z]+){0,3}\s+$|^\s*$/i.test(between) &&
    !/^(?:said|told|was|were|did|had|saying)$/.test(form) &&
    !/\b(?:and|who|which|that|but|as)\b/.test(between)
  );
}
