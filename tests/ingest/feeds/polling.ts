// Polls the feeds of a library until it is killed: by itself at the step of its writing that it is given, or from outside.
import { dieAtWrite } from './die-at-write.ts';
import { pollLibrary } from './poll-library.ts';

const [folder = '', seeds = '', lastWrite = ''] = process.argv.slice(2);
dieAtWrite(Number(lastWrite));
await pollLibrary(folder, seeds, 1);
