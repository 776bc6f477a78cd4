import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForbiddenAddress, isForbiddenHost } from '../../../src/ingest/web/forbidden.ts';
import { startSite, webTo } from './local-web.ts';

/** Ways to write an address that leads inside, and ways to hide one. */
const FORMS = [
  ...['http://127.0.0.1/', 'http://127.0.0.1:80/', 'https://127.0.0.1/', 'http://127.1/'],
  ...['http://127.0.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0x7f.0.0.1/'],
  ...['http://0177.0.0.1/', 'http://017700000001/', 'http://0x7f.1/', 'http://127.0.0.1./'],
  ...['http://１２７.0.0.1/', 'http://①②⑦.0.0.1/', 'http://127。0。0。1/', 'http://0/'],
  ...['http://0.0.0.0/', 'http://localhost/', 'http://LOCALHOST/', 'http://localhost./'],
  ...['http://foo.localhost/', 'http://printer.local/', 'http://db.internal/', 'http://intranet/'],
  ...['http://metadata/', 'http://metadata.google.internal/', 'http://169.254.169.254/'],
  ...[
    'http://169.254.170.2/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://100.100.100.200/',
  ],
  ...['http://10.0.0.1/', 'http://10.1/', 'http://0xa.1/', 'http://012.1/', 'http://172.16.0.1/'],
  ...['http://172.31.255.255/', 'http://192.168.1.1/', 'http://192.168.257/', 'http://3232235777/'],
  ...['http://100.64.0.1/', 'http://192.0.0.1/', 'http://192.0.2.1/', 'http://192.88.99.1/'],
  ...[
    'http://198.18.0.1/',
    'http://198.19.255.255/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
  ],
  ...[
    'http://224.0.0.1/',
    'http://239.255.255.255/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
  ],
  ...['http://[::]/', 'http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::ffff:127.0.0.1]/'],
  ...['http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[::ffff:0:127.0.0.1]/'],
  ...['http://[64:ff9b::7f00:1]/', 'http://[64:ff9b:1::7f00:1]/', 'http://[2002:7f00:1::]/'],
  ...[
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
  ],
  ...['http://[fe80::1]/', 'http://[fec0::1]/', 'http://[ff02::1]/', 'http://[2001:db8::1]/'],
  ...['http://[100::1]/', 'http://user:secret@example.com/', 'http://user@example.com/'],
  ...['http://example.com@127.0.0.1/', 'http://127.0.0.1\\@example.com/', 'http:\\\\127.0.0.1\\'],
  ...['http://127.0.0.1\t/', 'ht\ntp://127.0.0.1/', 'http:127.0.0.1/', 'ftp://example.com/'],
  ...['file:///etc/passwd', 'gopher://example.com/', 'data:text/html,x', 'javascript:alert(1)'],
  ...[
    'http://example.com:22/',
    'http://example.com:25/',
    'http://example.com:6379/',
    'dict://a.b/',
  ],
  ...['http://%31%32%37.0.0.1/', 'http://[::ffff:a9fe:a9fe]/', 'http://host.docker.internal/', 'x'],
];

describe('the door to the web', () => {
  it('has many forms to refuse', () => expect(new Set(FORMS).size).toBeGreaterThan(60));

  it.each(FORMS)('does not open to %j', async (url) => {
    const web = webTo([], {
      resolve: () => {
        throw new Error('Nothing is to be looked up.');
      },
    });
    expect(await web.get({ url, accept: 'any' })).toMatchObject({ cause: 'unsafe' });
  });

  it('repeats no password', async () => {
    const url = 'http://user:secret@example.com/';
    const answer = await webTo([]).get({ url, accept: 'any' });
    expect(answer).toMatchObject({ refused: expect.stringContaining('http://example.com/') });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('does not reach a server on this machine by any of its names', async () => {
    const site = await startSite({ '/': (_, response) => response.end('inside') });
    const port = site.host.split(':')[1];
    const web = webTo([], {
      resolve: (_, options, done) =>
        done(null, options.all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4),
    });
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', 'news.example']) {
      expect(await web.get({ url: `http://${host}:${port}/`, accept: 'any' })).toMatchObject({
        cause: 'unsafe',
      });
    }
    expect(site.asked).toEqual([]);
  });

  it('refuses a name that stands for a private address, also beside a public one, and one that changes its mind', async () => {
    const answers = [
      [{ address: '10.0.0.1', family: 4 }],
      [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      [{ address: '::1', family: 6 }],
      [{ address: '::ffff:10.0.0.1', family: 6 }],
    ];
    let lookUps = 0;
    const web = webTo([], {
      resolve: (_, __, done) => done(null, answers[lookUps++ % answers.length] ?? []),
    });
    for (const _ of answers) {
      expect(await web.get({ url: 'http://rebinding.example/', accept: 'any' })).toMatchObject({
        cause: 'unsafe',
      });
    }
    expect(lookUps).toBe(answers.length);
  });

  it('refuses a redirect to what it would not have opened', async () => {
    const inside = await startSite({ '/': (_, response) => response.end('inside') });
    const targets = [inside.url, 'http://169.254.169.254/', 'file:///etc/passwd', 'http://[::1]/'];
    const site = await startSite(
      Object.fromEntries(
        targets.map((target, at) => [
          `/${at}`,
          (_, response) => response.writeHead(302, { location: target }).end(),
        ]),
      ),
    );
    const web = webTo([site.host]);
    for (const at of targets.keys()) {
      expect(await web.get({ url: `${site.url}/${at}`, accept: 'any' })).toMatchObject({
        cause: 'unsafe',
      });
    }
    expect(inside.asked).toEqual([]);
  });
});

const octet = fc.integer({ min: 0, max: 255 });

describe('addresses', () => {
  it('of private networks are forbidden however they are written', () => {
    const privates = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127, 224, 239, 240, 255), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    );
    fc.assert(
      fc.property(privates, ([a, b, c, d]) => {
        const hex = (...bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0'));
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const pair = `${hex(a, b).join('')}:${hex(c, d).join('')}`;
        for (const host of [
          ...[`${a}.${b}.${c}.${d}`, `${number}`, `0x${number.toString(16)}`],
          ...[
            `0${a.toString(8)}.0x${b.toString(16)}.${c * 256 + d}`,
            `${a}.${b * 65536 + c * 256 + d}`,
          ],
          ...[`[::ffff:${pair}]`, `[::${pair}]`, `[64:ff9b::${pair}]`, `[2002:${pair}::1]`],
        ]) {
          expect(isForbiddenHost(new URL(`http://${host}/`).hostname)).toBe(true);
        }
      }),
    );
  });

  it('of the public network are not', () => {
    const publics = fc
      .tuple(fc.integer({ min: 11, max: 99 }), octet, octet, octet)
      .filter(([a]) => a !== 0);
    fc.assert(
      fc.property(publics, octet, ([a, b, c, d], e) => {
        expect(isForbiddenAddress(`${a}.${b}.${c}.${d}`)).toBe(false);
        expect(isForbiddenAddress(`2a00:${a}${b % 10}::${e.toString(16)}`)).toBe(false);
      }),
    );
    for (const host of ['example.com', 'news.example.co.uk', 'xn--bcher-kva.example']) {
      expect(isForbiddenHost(host)).toBe(false);
    }
  });

  it('that are none are forbidden', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\d.:a-f]+$/i.test(text));
        expect(isForbiddenAddress(text)).toBe(true);
      }),
    );
  });
});
