import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where things are left for the process that owns a data folder. */
export interface InboxFolders {
  /** For articles: files dropped here are read in. */
  readonly inbox: string;
  /** What was read in. */
  readonly done: string;
  /** What was not, each with a page that says why. */
  readonly refused: string;
  /** Changes that other processes ask for. */
  readonly requests: string;
  /** What became of them. */
  readonly receipts: string;
}

export function inboxFolders(data: string): InboxFolders {
  const inbox = join(data, 'inbox');
  return {
    inbox,
    done: join(inbox, 'done'),
    refused: join(inbox, 'refused'),
    requests: join(inbox, 'requests'),
    receipts: join(inbox, 'receipts'),
  };
}

/** Makes the inbox's folders where they are not there. Throws the system's error. */
export async function makeInbox(folders: InboxFolders): Promise<void> {
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
}
