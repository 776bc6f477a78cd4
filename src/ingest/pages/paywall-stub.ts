import type { Judged } from './judged.ts';
import { saysFree, saysNotFree } from './linked-data.ts';

// Among the calls that stood in the article itself.
const CALLS = new RegExp(
  [
    '(?:subscribe|log ?in|sign ?(?:in|up)|register|become a (?:member|subscriber))(?: (?:now|today|here|for free))?(?: or \\w+(?: \\w+)?)? to (?:continue|keep|unlock|(?:read|view|access|see|get) (?:this|more|(?:the )?(?:full|rest|whole|entire)|unlimited|all))\\b',
    '(?<!scroll |scroll down )to (?:continue|keep) reading|continue reading (?:this|your|with|for)',
    'already (?:a |have a )?(?:subscri|member)',
    '(?:exclusive(?:ly)?|only|reserved|available) (?:for|to) (?:our )?(?:paid |premium |paying )?(?:subscribers|members)',
    'subscribers? only|subscriber[- ]exclusive|start your (?:free )?trial',
    "you(?:['’]ve| have) (?:reached|read|used) (?:your|all|\\d)|free articles? (?:left|remaining|this month)",
    'unlock (?:this|the) (?:full |rest of (?:this|the) )?(?:article|story)',
  ].join('|'),
  'i',
);

// Of this very article, anywhere on the page: beside others, sites say that those are for subscribers.
const OF_THIS = new RegExp(
  [
    'this (?:article|story|post|content) is (?:[\\w-]+ ){0,4}(?:for|to) (?:[\\w.-]+ ){0,3}(?:subscribers|members)',
    '(?<!scroll |scroll down )to (?:continue|keep) reading\\b|(?:keep|continue) reading (?:this|your|with an?) ',
    'unlock (?:this|the (?:full|rest of the)) (?:article|story|post)',
    "you(?:['’]ve| have) reached your (?:\\w+ ){0,2}(?:limit|last)",
    'of this (?:article|story) left to read|(?:article|story) available to (?:\\w+ ){1,3}only',
    'to (?:read|view) (?:this|the (?:rest|full))\\b[^.]{0,40}\\b(?:subscribe|register|sign (?:in|up)|log in)\\b|subscriber to (?:read|view|continue)',
    'create an? (?:\\w+ )?account to (?:read|continue|unlock)',
  ].join('|'),
  'i',
);

const LONGEST_STUB = 1_000;
const LONGEST_CALL = 300;

/** Whether a page shows the beginning of its article only, the rest to those who have paid or signed up. */
export function isPaywallStub({ text, data, dropped, shown }: Judged): boolean {
  if (text.length >= LONGEST_STUB) return false;
  if (saysNotFree(data) || dropped.some((one) => CALLS.test(one))) return true;
  return !saysFree(data) && shown.some((one) => one.length < LONGEST_CALL && OF_THIS.test(one));
}
