import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { type ZodType, z } from 'zod';
import { explainFailure } from '../corpus/storage-error.ts';
import { type Refusal, refuse } from '../news/refusal.ts';

/** The list that a YAML file of ours holds, an empty file's being empty; refuses, naming the place, where it is broken. */
export async function yamlList<T>(path: string, item: ZodType<T>): Promise<readonly T[] | Refusal> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return explainFailure(path, 'read', error);
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 0;
    return refuse(`${path} is broken at line ${line}.`, 'Mend that line and start again.');
  }
  const list = z.array(item).safeParse(document.toJS() ?? []);
  if (list.success) return list.data;
  const issue = list.error.issues[0];
  return refuse(
    `${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`,
    'Correct that and start again.',
  );
}
