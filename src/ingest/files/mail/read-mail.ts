import PostalMime, { type Email } from 'postal-mime';
import { textOfPage } from '../../pages/page-text.ts';
import { WINDOWS_1252 } from '../decode.ts';
import { mailBlocks, tidy } from './blocks.ts';
import { ownParagraphs, withoutFooter } from './boilerplate.ts';
import { mailDate } from './mail-date.ts';
import { mailPage } from './mail-page.ts';
import { blocksOfPlainMail, textOfPlainMail } from './mail-text.ts';
import { type StoryLink, storyLinks } from './story-links.ts';

/** What a message holds of its article. */
export interface Mail {
  readonly title: string | null;
  /** The sender's name, else the list's, else the sender's host. */
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  /** Its Message-ID, the same wherever it is saved; null where it has none. */
  readonly messageId: string | null;
  /** Paragraphs, divided by a blank line. */
  readonly text: string;
  readonly links: readonly StoryLink[];
  /** Names of the files attached. */
  readonly attachments: readonly string[];
}

const ANSWERED =
  /^(?:re|aw|antw|sv|vs|odp|ref|rif|res|réf?|tr|rv|enc|wg|fwd?|doorst|vb)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*/iu;
const PASSED_ON = /^(?:fwd?|wg|tr|rv|enc|doorst|vb)\s*[:：]/iu;
/** A mail that passes another on and says less than this itself is about that other one. */
const NOTE = 300;

const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 500_000, maxRfc822NestingDepth: 3 };

/** A subject without the marks of answering and passing on. */
function titleFrom(subject: string): string | null {
  let title = tidy(subject);
  for (let marks = 0; marks < 10 && ANSWERED.test(title); marks += 1)
    title = title.replace(ANSWERED, '');
  return title === '' ? null : title;
}

function outletFrom(mail: Email): string | null {
  const name = tidy(mail.from?.name ?? '').replace(/^["'](.*)["']$/, '$1');
  if (name !== '' && !name.includes('@')) return name;
  const list = mail.headers.find(({ key }) => key === 'list-id')?.value ?? '';
  const phrase = tidy(list.slice(0, list.lastIndexOf('<') + 1).replace(/["<]/g, ''));
  // Some senders put a number of their own there.
  if (/\p{L}{3}/u.test(phrase) && !/\d{4}/.test(phrase)) return phrase;
  return mail.from?.address?.split('@')[1]?.toLowerCase() ?? null;
}

/** Text that was declared as Latin 1 but is windows-1252, as mail programs write it. */
function mended(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (at) => WINDOWS_1252[at.charCodeAt(0) - 0x80] ?? at);
}

function textOfHtml(html: string, withQuoted: boolean): string {
  const divided = textOfPage(mailPage(html, withQuoted)).split('\n\n').map(tidy).filter(Boolean);
  return withoutFooter(withQuoted ? divided : ownParagraphs(divided)).join('\n\n');
}

/** A mail's text; where it only passes another on, that one's. */
function textOf(html: string | undefined, plain: string | undefined, isPassedOn: boolean): string {
  const read = (withQuoted: boolean): string =>
    (html === undefined ? '' : textOfHtml(html, withQuoted)) ||
    (plain === undefined ? '' : textOfPlainMail(plain, withQuoted));
  const own = read(false);
  const isWhole = own !== '' && !(isPassedOn && own.length < NOTE);
  return isWhole ? own : read(true);
}

/**
 * Reads a message: its newest text alone, and the stories it links. May take long on odd HTML, so it belongs apart
 * from the main thread. Throws where its structure or its markup is nested too deep to be read.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, LIMITS);
  const html = mail.html === undefined ? undefined : mended(mail.html);
  const plain = mail.text === undefined ? undefined : mended(mail.text);
  const subject = mended(mail.subject ?? '');
  const text = textOf(html, plain, PASSED_ON.test(subject.trim()));
  const blocks =
    html === undefined ? blocksOfPlainMail(plain ?? '') : mailBlocks(mailPage(html, true));
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  return {
    title: titleFrom(subject),
    outlet: outletFrom(mail),
    publishedAt: mailDate(date),
    messageId: mail.messageId?.trim() || null,
    text,
    links: storyLinks(blocks),
    attachments: mail.attachments
      .filter(({ related, disposition }) => !related && disposition !== 'inline')
      .map(({ filename, mimeType }) => tidy(filename ?? '') || mimeType),
  };
}
