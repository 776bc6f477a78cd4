import { Worker } from 'node:worker_threads';

// A thread does not take over tsx from this one, so it registers tsx itself.
const START = `
  const { workerData } = require('node:worker_threads');
  Promise.all(workerData.before.map((module) => import(module)))
    .then(() => import(workerData.tsx))
    .then(({ register }) => {
      register();
      return import(workerData.module);
    });`;

/**
 * A thread that runs a module of ours, which keeps no process alive. `before` are modules that it takes in before it knows
 * TypeScript.
 */
export function startThread(module: URL, heapMb: number, before: readonly string[] = []): Worker {
  const worker = new Worker(START, {
    eval: true,
    execArgv: [],
    workerData: { tsx: import.meta.resolve('tsx/esm/api'), module: module.href, before },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.unref();
  return worker;
}
