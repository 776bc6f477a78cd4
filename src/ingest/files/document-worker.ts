import { parentPort } from 'node:worker_threads';
import { type Mail, readMail } from './mail/read-mail.ts';
import { type PdfArticle, type PdfProblem, pdfText } from './pdf/pdf-text.ts';

/** What a document's thread is asked. */
export interface DocumentJob {
  readonly kind: 'pdf' | 'mail';
  readonly bytes: Uint8Array;
}

/** What it answers; a problem names itself. */
export type DocumentAnswer =
  | { readonly kind: 'pdf'; readonly pdf: PdfArticle | PdfProblem }
  | { readonly kind: 'mail'; readonly mail: Mail | 'broken' };

async function answer({ kind, bytes }: DocumentJob): Promise<DocumentAnswer> {
  switch (kind) {
    case 'pdf':
      return { kind, pdf: await pdfText(bytes) };
    case 'mail':
      // The parsers throw where parts or markup are nested too deep for them.
      return { kind, mail: await readMail(bytes).catch(() => 'broken' as const) };
  }
}

parentPort?.on('message', async (job: DocumentJob) => {
  parentPort?.postMessage(await answer(job));
});
