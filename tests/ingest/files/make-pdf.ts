import { deflateSync } from 'node:zlib';

/** A line of text on a page; lengths in points, `y` from the page's bottom. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF to be made, by hand: no program's habits but ours. */
export interface MadePdf {
  readonly pages: readonly (readonly Written[])[];
  /** The document's own metadata ("Title", "Author", "CreationDate"). */
  readonly info?: Readonly<Record<string, string>>;
  /** Entries of the trailer beside its own. */
  readonly trailer?: string;
  /** True to draw a picture on each page. */
  readonly pictures?: true;
  /** Bytes in place of each page's drawing. */
  readonly drawing?: Uint8Array;
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');

/** Helvetica of the standard fonts, on letter-size pages. */
export function makePdf({ pages, info = {}, trailer = '', pictures, drawing }: MadePdf): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (text: string, stream?: Uint8Array) => {
    offsets.push(length);
    put(Buffer.from(`${offsets.length} 0 obj\n${text}\n`, 'latin1'));
    if (stream) {
      put(Buffer.from('stream\n'));
      put(Buffer.from(stream));
      put(Buffer.from('\nendstream\n'));
    }
    put(Buffer.from('endobj\n'));
  };
  const kids = pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const facts = Object.entries(info).map(([name, value]) => `/${name} (${escaped(value)})`);
  object(`<< ${facts.join(' ')} >>`);
  object(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>',
    Buffer.from([128]),
  );
  for (const [at, page] of pages.entries()) {
    const texts = page.map(
      ({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`,
    );
    const picture = pictures ? ['q 500 0 0 700 50 50 cm /I Do Q'] : [];
    const drawn = drawing ?? deflateSync(Buffer.from([...picture, ...texts].join('\n'), 'latin1'));
    const used = '/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >>';
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${used} /Contents ${7 + 2 * at} 0 R >>`,
    );
    object(`<< /Length ${drawn.length} /Filter /FlateDecode >>`, drawn);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const start = length;
  put(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Lines of a column, one below the other, from `y` down. */
export function column(
  lines: readonly string[],
  x: number,
  y: number,
  size = 10,
): readonly Written[] {
  return lines.map((text, at) => ({ text, x, y: y - at * size * 1.2, size }));
}
