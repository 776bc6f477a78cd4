import { type LibraryChanger, openChanger } from '../ingest/inbox/change-library.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import type { Home } from './home.ts';

/** Opens the library for changes, whoever owns it, and lets it go when `work` is done. */
export async function withChanger<T>(
  home: Home,
  work: (changer: LibraryChanger) => Promise<T>,
): Promise<T | Refusal> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const changer = await openChanger(settings.library, home.seeds);
  if (isRefusal(changer)) return changer;
  try {
    return await work(changer);
  } finally {
    await changer.close();
  }
}
