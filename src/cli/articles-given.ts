import { createReadStream } from 'node:fs';
import { fileReaders } from '../ingest/files/file-readers.ts';
import { articlesAt, articlesInLines, type Given } from './given.ts';
import type { BadRow } from './json-rows.ts';
import type { Terminal } from './terminal.ts';

/** The articles named on a command line, read one at a time: of files and folders, then of JSON lines (`-` is standard input). */
export async function* articlesGiven(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): AsyncGenerator<Given | BadRow> {
  const readers = fileReaders();
  try {
    for (const file of files) yield* articlesAt(file, readers);
    if (jsonl === '-') yield* articlesInLines('standard input', terminal.stdin);
    else if (jsonl !== undefined) yield* articlesInLines(jsonl, createReadStream(jsonl));
  } finally {
    await readers.close();
  }
}
