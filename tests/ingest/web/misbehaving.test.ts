import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jumpingClock } from './jumping-clock.ts';
import { startRaw, startSite, webTo } from './local-web.ts';

const QUICK = { wholeMs: 1_000, connectMs: 1_000, bodyBytes: 100_000, headerBytes: 8_192 };
const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

describe('an answer', () => {
  it('comes with what it was, where it came from and what to remember', async () => {
    const site = await startSite({
      '/': (_, response) =>
        response
          .writeHead(200, {
            ...{ 'content-type': 'text/html; charset=utf-8', etag: '"1"' },
            ...{ 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT', 'cache-control': 'max-age=600' },
          })
          .end('<p>Hello.'),
      '/old': (_, response) => response.writeHead(301, { location: '/older' }).end(),
      '/older': (_, response) => response.writeHead(308, { location: '/' }).end(),
      '/now': (_, response) => response.writeHead(302, { location: '/' }).end(),
    });
    const web = webTo([site.host]);
    const answer = await web.get({ url: `${site.url}/old#part`, accept: 'page' });
    expect(answer).toMatchObject({
      ...{ kind: 'body', status: 200, url: `${site.url}/`, movedTo: `${site.url}/` },
      ...{ contentType: 'text/html; charset=utf-8', freshForSeconds: 600 },
      validators: { etag: '"1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' },
    });
    expect('body' in answer && Buffer.from(answer.body).toString()).toBe('<p>Hello.');
    expect(await web.get({ url: `${site.url}/now`, accept: 'page' })).toMatchObject({
      movedTo: null,
    });
  });

  it('that has not changed is not sent again', async () => {
    const site = await startSite({
      '/': (request, response) =>
        request.headers['if-none-match'] === '"1"' &&
        request.headers['if-modified-since'] === 'yesterday'
          ? response.writeHead(304).end()
          : response.end('changed'),
    });
    const web = webTo([site.host]);
    const validators = { etag: '"1"', lastModified: 'yesterday' };
    expect(await web.get({ url: site.url, accept: 'feed', validators })).toMatchObject({
      ...{ kind: 'unchanged', validators },
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('packed with %s is unpacked', async (encoding, pack) => {
    const site = await startSite({
      '/': (_, response) =>
        response.writeHead(200, { 'content-encoding': encoding }).end(pack('Hello.')),
    });
    const answer = await webTo([site.host]).get({ url: site.url, accept: 'any' });
    expect('body' in answer && Buffer.from(answer.body).toString()).toBe('Hello.');
  });
});

describe('what a host can do wrong', () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  it.each([
    ['packs a bomb', { 'content-encoding': 'gzip' }, bomb, 'too-large'],
    ['packs a bomb in a bomb', { 'content-encoding': 'gzip, gzip' }, gzipSync(bomb), 'too-large'],
    ['packs what it can’t', { 'content-encoding': 'lzma' }, 'x', 'malformed'],
    ['packs it often', { 'content-encoding': 'gzip, gzip, gzip' }, 'x', 'malformed'],
    ['says that it packed and did not', { 'content-encoding': 'gzip' }, 'plain', 'malformed'],
    [
      'packs half of it',
      { 'content-encoding': 'gzip' },
      gzipSync('x'.repeat(999)).subarray(0, 20),
      'malformed',
    ],
    ['sends too much', {}, 'x'.repeat(200_000), 'too-large'],
    ['sends a picture for a page', { 'content-type': 'image/png' }, 'x', 'wrong-kind'],
  ] as const)('%s', async (_, headers, body, cause) => {
    const site = await startSite({
      '/': (__, response) => response.writeHead(200, { ...headers }).end(body),
    });
    const answer = await webTo([site.host], { limits: QUICK }).get({
      url: site.url,
      accept: 'page',
    });
    expect(answer).toMatchObject({ cause, refused: expect.stringContaining(site.host) });
  });

  it.each([
    [410, 'gone'],
    [404, 'missing'],
    [401, 'denied'],
    [403, 'denied'],
    [451, 'denied'],
    [500, 'server'],
    [502, 'server'],
    [204, 'server'],
    [304.5, 'server'],
  ] as const)('answers %s', async (status, cause) => {
    const site = await startSite({
      '/': (_, response) => response.writeHead(Math.floor(status)).end(),
    });
    const answer = await webTo([site.host]).get({ url: site.url, accept: 'any' });
    if (status === 304.5) expect(answer).toMatchObject({ kind: 'unchanged' });
    else expect(answer).toMatchObject({ cause });
  });

  it.each<[string, (write: (text: string) => void, end: () => void) => void, RegExp]>([
    ['says nothing', () => {}, /too-slow/],
    ['hangs up', (_, end) => end(), /unreachable|malformed/],
    ['speaks another language', (write) => write('SSH-2.0-OpenSSH_9.2\r\n'), /malformed/],
    ['never ends its headers', (write) => write(`${OK}X: ${'x'.repeat(100_000)}`), /malformed/],
    ['stops within its headers', (write) => write(OK), /too-slow/],
    [
      'promises more than it sends',
      (write, end) => {
        write(`${OK}Content-Length: 99\r\n\r\nshort`);
        end();
      },
      /unreachable|malformed/,
    ],
    [
      'breaks off a chunk',
      (write, end) => {
        write(`${OK}Transfer-Encoding: chunked\r\n\r\nff\r\nshort`);
        end();
      },
      /unreachable|malformed/,
    ],
    [
      'sends no chunk',
      (write) => write(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n`),
      /unreachable|malformed/,
    ],
    ['stops within its body', (write) => write(`${OK}Content-Length: 99\r\n\r\nshort`), /too-slow/],
    [
      'promises far too much',
      (write) => write(`${OK}Content-Length: 999999999999\r\n\r\nx`),
      /too-large/,
    ],
    [
      'goes on saying that it goes on',
      (write) => write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50)),
      /too-slow|malformed|unreachable/,
    ],
    ['sends without end', (write) => write(`${OK}\r\n${'x'.repeat(500_000)}`), /too-large/],
  ])('%s', async (_, talk, cause) => {
    const host = await startRaw((socket) =>
      talk(
        (text) => void socket.write(text),
        () => void socket.end(),
      ),
    );
    const answer = await webTo([host], { limits: QUICK }).get({
      ...{ url: `http://${host}/`, accept: 'any' },
    });
    expect('cause' in answer && answer.cause).toMatch(cause);
  });

  it('sends a byte at a time for ever', async () => {
    const host = await startRaw((socket) => {
      socket.write(`${OK}\r\n`);
      const drip = setInterval(() => socket.write('x'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    const web = webTo([host], { limits: QUICK });
    expect(await web.get({ url: `http://${host}/`, accept: 'any' })).toMatchObject({
      cause: 'too-slow',
    });
  });

  it('leads in a circle, or on and on, or nowhere', async () => {
    const site = await startSite({
      '/a': (_, response) => response.writeHead(302, { location: '/b' }).end(),
      '/b': (_, response) => response.writeHead(302, { location: '/a' }).end(),
      '/nowhere': (_, response) => response.writeHead(302, { location: 'http://' }).end(),
    });
    for (let at = 0; at < 20; at += 1) {
      site.at(`/${at}`, (_, response) => response.writeHead(302, { location: `/${at + 1}` }).end());
    }
    const web = webTo([site.host]);
    for (const path of ['a', '0', 'nowhere']) {
      expect(await web.get({ url: `${site.url}/${path}`, accept: 'any' })).toMatchObject({
        cause: 'redirects',
      });
    }
    expect(site.asked.filter((path) => /\d/.test(path))).toHaveLength(11);
  });

  it('is not there', async () => {
    const site = await startSite();
    const host = await startRaw(() => {});
    expect(await webTo([site.host]).get({ url: `${site.url}/x`, accept: 'any' })).toMatchObject({
      cause: 'missing',
    });
    const gone = `127.0.0.1:1`;
    expect(await webTo([gone, host]).get({ url: `http://${gone}/`, accept: 'any' })).toMatchObject({
      ...{ cause: 'unreachable', refused: expect.stringContaining('refuses connections') },
    });
  });
});

describe('politeness', () => {
  it('asks one host a second apart, however many want something of it', async () => {
    const clock = jumpingClock();
    const times: number[] = [];
    const site = await startSite();
    let underWay = 0;
    let most = 0;
    for (let at = 0; at < 5; at += 1) {
      site.at(`/${at}`, (_, response) => {
        times.push(clock.now());
        underWay += 1;
        most = Math.max(most, underWay);
        setImmediate(() => {
          underWay -= 1;
          response.end('x');
        });
      });
    }
    const web = webTo([site.host], { clock });
    await Promise.all(
      [0, 1, 2, 3, 4].map((at) => web.get({ url: `${site.url}/${at}`, accept: 'any' })),
    );
    expect(most).toBe(1);
    for (const [at, time] of times.entries()) {
      if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
  });

  it.each([
    ['120', 120],
    ['Thu, 01 Jan 2026 01:00:00 GMT', 3_600],
    ['99999999', 86_400],
    [undefined, 300],
    ['soon', 300],
  ])('leaves a host alone that says Retry-After: %s', async (header, seconds) => {
    const clock = jumpingClock();
    const site = await startSite({
      '/': (_, response) =>
        response.writeHead(429, header === undefined ? {} : { 'retry-after': header }).end(),
      '/other': (_, response) => response.end('x'),
    });
    const web = webTo([site.host], { clock });
    expect(await web.get({ url: site.url, accept: 'any' })).toMatchObject({
      ...{ cause: 'busy', retryAfterSeconds: seconds },
    });
    clock.advance((seconds - 5) * 1_000);
    expect(await web.get({ url: `${site.url}/other`, accept: 'any' })).toMatchObject({
      cause: 'busy',
    });
    expect(site.asked).toHaveLength(1);
    clock.advance(5_000);
    expect(await web.get({ url: `${site.url}/other`, accept: 'any' })).toMatchObject({
      kind: 'body',
    });
  });
});
