// A study whose every word tries to be a program, written into every kind of file, and files that try the same, read: words stay words.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from '../../../electron/exchange/csv.ts';
import { printPieceAs } from '../../../electron/exchange/printing/print-piece.ts';
import { readDocumentSafely } from '../../../electron/exchange/reading/read-safely.ts';
import { makePack } from '../../../electron/exchange/review/review-packs.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { listMatrices } from '../../../electron/queries/saved-matrices.ts';
import { newPiece } from '../../../shared/domain/first-pack.ts';
import { FORMATS_OF } from '../../../shared/domain/print.ts';
import type { PieceKind, PrintFormat, PrintPiece, PrintStyle } from '../../../shared/domain/print.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import { FORMULAS, HOSTILE, HOSTILE_PAGE, aHostileStudy } from '../../support/hostile.ts';
import type { TestProject } from '../../support/project.ts';

let study: TestProject;
beforeAll(() => {
  study = aHostileStudy();
});

const STYLE: PrintStyle = { language: 'fr', author: HOSTILE.image, sourceLine: HOSTILE.script, reference: { who: 'label' }, links: true };

/** Pieces that need no more than the study. */
const PIECES: readonly PieceKind[] = ['verbatims', 'quoteBook', 'codebook', 'corpusTable', 'counts', 'transcript', 'audit', 'memos'];

const printable = () => ({
  codebook: readCodebook(study.project),
  matrices: listMatrices(study.project),
  cases: [1],
  sources: [1],
  guides: [],
  coders: [1],
});

async function printed(format: PrintFormat): Promise<[piece: string, bytes: Uint8Array][]> {
  const pieces = PIECES.filter((kind) => (FORMATS_OF[kind] as readonly PrintFormat[]).includes(format));
  return Promise.all(
    pieces.map(
      async (kind) => [kind, await printPieceAs(study.project, newPiece(kind, printable()) as PrintPiece, STYLE, format)] as [string, Uint8Array],
    ),
  );
}

/** What of a page would run or fetch. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (['script', 'iframe', 'object', 'embed', 'base', 'form', 'link', 'input', 'textarea'].includes(tag)) found.push(tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('on') || name === 'srcdoc' || (name === 'http-equiv' && value.toLowerCase() !== 'content-security-policy'))
          found.push(`${tag} ${name}`);
        const isAddress = ['href', 'src', 'xlink:href', 'action'].includes(name);
        if (isAddress && !/^(?:#|trame:\/\/open\?|https:\/\/|data:image\/|mailto:)/u.test(value)) found.push(`${tag} ${name}=${value}`);
      }
    },
  });
  parser.end(html);
  return found;
}

describe('what leaves', () => {
  it('as a web page holds no program and no address to fetch from', async () => {
    const pages = await printed('html');
    expect(pages.length).toBeGreaterThan(4);
    for (const [piece, bytes] of pages) {
      const html = new TextDecoder().decode(bytes);
      expect([piece, dangers(html)]).toEqual([piece, []]);
      expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'/iu);
    }
    expect(pages.some(([, bytes]) => new TextDecoder().decode(bytes).includes('&lt;img src=x onerror='))).toBe(true);
  });

  it('as Markdown and LaTeX holds words that their programs leave alone', async () => {
    for (const [piece, bytes] of await printed('md'))
      expect([piece, dangers(new TextDecoder().decode(bytes).replaceAll('<br>', ''))]).toEqual([piece, []]);
    for (const [piece, bytes] of await printed('tex'))
      expect([piece, /\\(?:input\{\/etc|write18)/u.test(new TextDecoder().decode(bytes))]).toEqual([piece, false]);
  });

  it.each(['docx', 'odt', 'xlsx'] as const)('as %s is XML whose words are escaped, without fields, macros or formulas', async (format) => {
    for (const [piece, bytes] of await printed(format)) {
      const files = unzipSync(bytes);
      expect(Object.keys(files).filter((name) => /vbaProject|macro|externalLink/iu.test(name))).toEqual([]);
      for (const [name, content] of Object.entries(files).filter(([path]) => path.endsWith('.xml') || path.endsWith('.rels'))) {
        const xml = strFromU8(content);
        expect([piece, name, /<(?:img|script|iframe|svg)[\s>]/iu.test(xml)]).toEqual([piece, name, false]);
        expect([
          piece,
          name,
          /<f>|<f |w:instrText[^>]*>[^<]*(?:DDE|INCLUDE|HYPERLINK "http)|attacker\.example"/u.test(xml.replaceAll('&quot;', '')),
        ]).toEqual([piece, name, false]);
        expect([
          piece,
          name,
          /(?:Target|href)="(?!(?:https?:\/\/(?:schemas|www\.w3|purl)|trame:|#|[\w/.-]+"|mailto:|\.\.))[^"]*"/u.exec(xml)?.[0],
        ]).toEqual([piece, name, undefined]);
      }
    }
  });

  it('as csv is text that no spreadsheet calculates: what begins as a formula has an apostrophe before it', async () => {
    expect(toCsv([FORMULAS])).toBe(`\ufeff${FORMULAS.map((formula) => (/[",]/u.test(formula) ? `"'${formula}"` : `'${formula}`)).join(',')}\r\n`);
    expect(toCsv([[-1, 'a=b', '']])).toBe('\ufeff-1,a=b,\r\n');
    for (const [piece, bytes] of await printed('csv')) {
      const lines = new TextDecoder().decode(bytes).replace('\ufeff', '');
      expect([piece, /(?:^|,|\n)"?[=@]/u.exec(lines)?.[0]]).toEqual([piece, undefined]);
    }
  });

  it('as a review pack is one page with one program, its own, whose policy names it', async () => {
    const choice = { ...WHOLE_STUDY, message: `${HOSTILE.script} ${HOSTILE.image}` };
    const { html } = await makePack(study.session, choice, 'revue.html');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u.exec(html)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'$/u,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'));
    const scripts = [...html.matchAll(/<script(?<attributes>[^>]*)>/gu)].map(({ groups }) => groups?.['attributes'] ?? '');
    expect(scripts.filter((attributes) => !attributes.includes('type='))).toHaveLength(1);
    expect(html).not.toContain('<img src=x');
    expect(html.match(/trameWasHere/gu)?.length ?? 0).toBeLessThan(3); // the title says it, escaped
    expect(/<title>[^<]*<\/title>/u.exec(html)?.[0]).toContain('&lt;img');
  });
});

describe('what comes in', () => {
  it('from a web page, a Word file’s page, a subtitle, plain text is words; nothing is fetched while it is read', async () => {
    let calls = 0;
    const outside = createServer((socket) => socket.destroy()).on('connection', () => (calls += 1));
    const port = await new Promise<number>((resolve) => outside.listen(0, '127.0.0.1', () => resolve((outside.address() as AddressInfo).port)));
    const page = HOSTILE_PAGE.replaceAll('OUTSIDE', `127.0.0.1:${port}`);
    const srt = `1\n00:00:01,000 --> 00:00:02,000\n${HOSTILE.image} <b>dit</b>\n`;
    const files: [string, string][] = [
      ['a.html', page],
      ['b.txt', `Anne : ${HOSTILE.script} ${HOSTILE.formula}\n`],
      ['c.srt', srt],
      ['d.md', `Anne : ${HOSTILE.svg}\n`],
    ];
    const texts = [];
    for (const [name, text] of files) texts.push(JSON.stringify(await readDocumentSafely({ name, bytes: Buffer.from(text) } as never)));
    expect(texts[0]).toContain('Je parle.');
    expect(texts[0]).toContain('<img src=x onerror=');
    expect(texts[0]).not.toMatch(/attacker|<script|<iframe|http:\/\/127/u);
    expect(texts[1]).toContain('</script>');
    outside.close();
    expect(calls).toBe(0);
  });
});
