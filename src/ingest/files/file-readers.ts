import { type PageReader, pageReader } from '../pages/read-pages.ts';
import { type DocumentReader, documentReader } from './read-documents.ts';

/** Whatever reads files apart from this thread; `close` when done. */
export interface FileReaders {
  readonly pages: PageReader;
  readonly documents: DocumentReader;
  close(): Promise<void>;
}

/** Starts nothing until the first file that needs it. */
export function fileReaders(
  pages: PageReader = pageReader(),
  documents: DocumentReader = documentReader(),
): FileReaders {
  return {
    pages,
    documents,
    async close() {
      await Promise.all([pages.close(), documents.close()]);
    },
  };
}
