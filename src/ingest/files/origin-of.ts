import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { Origin } from '../article-id.ts';
import { originOfPage } from '../pages/origin-of-page.ts';
import { decodeText } from './decode.ts';
import type { FileReaders } from './file-readers.ts';
import { frontMatterOf } from './front-matter.ts';
import { canBePdf, isPdf, type Kind, kindOfText } from './kinds.ts';
import type { StoryLink } from './mail/story-links.ts';
import { markdownProse } from './markdown.ts';
import { paragraphs, plainLines, titled } from './paragraphs.ts';

/** What a file holds, before it is read as an article. */
export interface FileOrigin {
  readonly origin: Origin;
  /** The stories it links; absent for a kind of file that lists none. */
  readonly links?: readonly StoryLink[];
  /** What in it was not read, each as a reader would name it ("page 3"). */
  readonly unread: readonly string[];
}

function fromText(text: string): Origin {
  const { title, text: body } = titled(plainLines(text));
  return {
    title,
    titleDeclared: false,
    outlet: null,
    author: null,
    publishedAt: null,
    url: null,
    basedOn: [],
    text: paragraphs(body),
  };
}

function fromMarkdown(name: string, text: string): Origin | Refusal {
  const matter = frontMatterOf(name, plainLines(text));
  if (isRefusal(matter)) return matter;
  const { body, ...facts } = matter;
  const prose = markdownProse(body);
  const title = facts.title ?? prose.heading;
  // A heading that is not the title is part of the text.
  const heading = prose.heading !== null && prose.heading !== title ? `${prose.heading}\n\n` : '';
  return { ...facts, title, titleDeclared: true, text: heading + prose.text };
}

async function fromPage(
  name: string,
  html: string,
  { pages }: FileReaders,
): Promise<Origin | Refusal> {
  const page = await pages.read(name, html);
  return isRefusal(page) ? page : originOfPage(page);
}

async function fromPdf(
  name: string,
  bytes: Uint8Array,
  { documents }: FileReaders,
): Promise<FileOrigin | Refusal> {
  if (!canBePdf(bytes)) {
    return refuse(
      `${name} is called a PDF and is none.`,
      'Check what it is, and that all of it was saved.',
    );
  }
  const pdf = await documents.pdf(name, bytes);
  if (isRefusal(pdf)) return pdf;
  const { blankPages, titleDeclared, ...facts } = pdf;
  return {
    // Many a report is called the same each week: a title tells PDFs apart only together with a day.
    origin: {
      ...facts,
      url: null,
      basedOn: [],
      titleDeclared: titleDeclared && facts.publishedAt !== null,
    },
    unread: blankPages.map((page) => `page ${page}, which holds no text`),
  };
}

async function fromMail(
  name: string,
  bytes: Uint8Array,
  { documents }: FileReaders,
): Promise<FileOrigin | Refusal> {
  const mail = await documents.mail(name, bytes);
  if (isRefusal(mail)) return mail;
  const { links, attachments, messageId, ...facts } = mail;
  const mark = messageId === null ? {} : { mark: messageId };
  return {
    origin: { ...facts, ...mark, author: null, url: null, basedOn: [], titleDeclared: true },
    links,
    // What is attached has an outlet and a date of its own, which the mail does not tell.
    unread: attachments.map((attached) => `the attachment ${attached}`),
  };
}

/** What the text of a file holds, once its bytes have become text. */
async function fromDecoded(
  name: string,
  bytes: Uint8Array,
  read: (text: string) => Origin | Refusal | Promise<Origin | Refusal>,
): Promise<FileOrigin | Refusal> {
  const text = decodeText(name, bytes);
  if (isRefusal(text)) return text;
  const origin = await read(text);
  return isRefusal(origin) ? origin : { origin, unread: [] };
}

/** The kind that bytes look like; a PDF is one whatever it is called. */
function kindSeen(name: string, named: Kind | undefined, bytes: Uint8Array): Kind {
  if (isPdf(bytes)) return 'pdf';
  if (named !== undefined) return named;
  const text = decodeText(name, bytes);
  return kindOfText(isRefusal(text) ? Buffer.from(bytes).toString('latin1') : text);
}

/** What a file holds, by the kind that its name tells, or without one by how it looks. */
export async function originOf(
  name: string,
  named: Kind | undefined,
  bytes: Uint8Array,
  readers: FileReaders,
): Promise<FileOrigin | Refusal> {
  const kind = kindSeen(name, named, bytes);
  switch (kind) {
    case 'text':
      return fromDecoded(name, bytes, fromText);
    case 'markdown':
      return fromDecoded(name, bytes, (text) => fromMarkdown(name, text));
    case 'page':
      return fromDecoded(name, bytes, (html) => fromPage(name, html, readers));
    case 'pdf':
      return fromPdf(name, bytes, readers);
    case 'mail':
      return fromMail(name, bytes, readers);
  }
}
