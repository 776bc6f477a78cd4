import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInUse, ownerOf } from '../corpus/owner.ts';
import { explainFailure, systemCode } from '../corpus/storage-error.ts';
import { type Finding, wrong } from './finding.ts';

const AS_NEW =
  'not there yet: npm start, or the first command that needs it, makes it and loads the starter articles';

/** Whether a data folder is there and can be written to, who owns it, and what was set aside in it as damaged. */
export async function examineFolder(folder: string): Promise<readonly Finding[]> {
  try {
    if (!(await isThere(folder))) {
      await access(await nearestAbove(folder), constants.W_OK);
      return [{ check: 'data folder', found: `${folder}, ${AS_NEW}` }];
    }
    const place = { check: 'data folder', found: folder };
    return [place, await examineOwner(folder), ...(await setAside(folder))];
  } catch (error) {
    return [wrong('data folder', explainFailure(folder, 'use', error))];
  }
}

/** Only looks: to own it for a moment would make a bot that starts just then refuse. */
async function examineOwner(folder: string): Promise<Finding> {
  const owner = await ownerOf(folder);
  if (owner === undefined) {
    await access(folder, constants.W_OK);
    return { check: 'owner', found: 'nobody: no bot is running' };
  }
  return isInUse(owner) ? { check: 'owner', found: owner.refused } : wrong('owner', owner);
}

async function setAside(folder: string): Promise<readonly Finding[]> {
  const folders = [folder, join(folder, 'articles'), join(folder, 'deliveries')];
  const found: Finding[] = [];
  for (const each of folders) {
    if (!(await isThere(each))) continue;
    for (const name of (await readdir(each)).filter((one) => one.includes('.json.damaged-'))) {
      found.push({
        check: 'files',
        found: `${join(each, name)} was damaged and set aside.`,
        next: 'Take out of it what you can, add the articles that are missing again, then delete it.',
      });
    }
  }
  return found;
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function nearestAbove(folder: string): Promise<string> {
  const above = dirname(folder);
  return above === folder || (await isThere(above)) ? above : nearestAbove(above);
}
