// What a thesis prints, through the one door: every piece in every format it comes in, and the pack that holds them all.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePack, writePack, zipPack } from '../../../../electron/exchange/printing/print-pack.ts';
import type { PackWatch } from '../../../../electron/exchange/printing/print-pack.ts';
import { printPieceAs } from '../../../../electron/exchange/printing/print-piece.ts';
import { readCodebook } from '../../../../electron/queries/codebook.ts';
import { listCoders, listSources, readStudyParts } from '../../../../electron/queries/corpus.ts';
import { listGuides } from '../../../../electron/queries/guide.ts';
import { listMatrices } from '../../../../electron/queries/saved-matrices.ts';
import { PACK_ORDER, newPiece } from '../../../../shared/domain/first-pack.ts';
import type { PrintableStudy } from '../../../../shared/domain/first-pack.ts';
import { passageAddress } from '../../../../shared/domain/passage-link.ts';
import { FORMATS_OF } from '../../../../shared/domain/print.ts';
import type { PieceKind, PrintFormat, PrintPack, PrintPiece, PrintStyle } from '../../../../shared/domain/print.ts';
import { readProject } from '../../../../electron/queries/project.ts';
import { writeGuide } from '../../../../electron/commands/guide.ts';
import { pdfPages } from '../../../support/pdf-pages.ts';
import { aFolder } from '../../../support/project.ts';
import { aStudy } from '../../../support/study.ts';
import type { Study } from '../../../support/study.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const STYLE: PrintStyle = { language: 'fr', author: 'A. Martin', sourceLine: null, reference: { who: 'label' }, links: true };
const QUIET: PackWatch = { onProgress: () => undefined, isCancelled: () => false };
/** What each format begins with. */
const SIGNS: Partial<Record<PrintFormat, string>> = {
  docx: 'PK',
  odt: 'PK',
  xlsx: 'PK',
  pdf: '%PDF',
  html: '<!doctype html>',
  svg: '<?xml',
  png: '\u0089PNG',
};

function aPrintableStudy(): Study {
  const study = aStudy();
  const guide = { title: 'Guide', themes: [{ name: 'Décider', questions: [{ text: 'Qui décide ?', categoryIds: [] }] }] };
  writeGuide(study.project.session, { guideId: null, guide });
  return study;
}

function printable({ project: { project } }: Study): PrintableStudy {
  const { cases } = readStudyParts(project);
  const [sources, coders] = [listSources(project), listCoders(project)];
  return { codebook: readCodebook(project), cases, sources, coders, guides: listGuides(project), matrices: listMatrices(project) };
}

function piece(study: Study, kind: PieceKind): PrintPiece {
  const made = newPiece(kind, printable(study));
  if (!made) throw new Error(`nothing to print: ${kind}`);
  return made;
}

const bytesAt = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

describe('a piece', () => {
  it.each(PACK_ORDER)('%s comes in all its formats', async (kind) => {
    const study = aPrintableStudy();
    for (const format of FORMATS_OF[kind]) {
      const bytes = await printPieceAs(study.project.project, piece(study, kind), STYLE, format);
      expect(bytes.length, `${kind} ${format}`).toBeGreaterThan(20);
      const sign = SIGNS[format] ?? '';
      expect(bytesAt(bytes, sign.length).toLowerCase(), `${kind} ${format}`).toBe(sign.toLowerCase());
    }
  });

  it('has pages to look at', async () => {
    const study = aPrintableStudy();
    const { pages } = await pdfPages(await printPieceAs(study.project.project, piece(study, 'verbatims'), STYLE, 'pdf'));
    expect(pages.map(({ text }) => text).join('\n')).toContain('Tout le monde décide');
  });

  it('refuses a format that it does not come in', async () => {
    const study = aPrintableStudy();
    await expect(printPieceAs(study.project.project, piece(study, 'monograph'), STYLE, 'xlsx')).rejects.toMatchObject({ code: 'file.formatUnknown' });
  });

  it('leads back to its passages, or not, as it is asked', async () => {
    const study = aPrintableStudy();
    const address = passageAddress(readProject(study.project.project).id, study.shared).replaceAll('&', '&amp;');
    const html = async (links: boolean): Promise<string> =>
      Buffer.from(await printPieceAs(study.project.project, piece(study, 'verbatims'), { ...STYLE, links }, 'html')).toString('utf8');
    expect(await html(true)).toContain(address);
    expect(await html(false)).not.toContain('trame://');
  });
});

describe('the pack', () => {
  const PACK: (study: Study) => PrintPack = (study) => ({
    style: STYLE,
    orders: [
      { piece: piece(study, 'corpusTable'), formats: ['docx', 'xlsx'] },
      { piece: piece(study, 'verbatims'), formats: ['html'] },
      { piece: piece(study, 'audit'), formats: ['md'] },
    ],
  });

  it('is a folder of numbered files behind an index that says what each is', async () => {
    const study = aPrintableStudy();
    const folder = aFolder();
    const told: string[] = [];
    const watch = { ...QUIET, onProgress: (done: number, total: number, label: string) => void told.push(`${done}/${total} ${label}`) };
    const written = await writePack(study.project.project, PACK(study), { name: 'Annexes : pôles', folder }, watch);
    expect(written.folder).toBe(join(folder, 'Annexes pôles'));
    expect(written.files).toEqual([
      '00 Sommaire.html',
      '00 Sommaire.docx',
      '01 Tableau des entretiens.docx',
      '01 Tableau des entretiens.xlsx',
      '02 Tableau de verbatims.html',
      '03 Journal de l’analyse.md',
    ]);
    expect(readdirSync(folder)).toEqual(['Annexes pôles']);
    expect(readdirSync(written.folder).sort()).toEqual([...written.files].sort());
    const index = readFileSync(join(written.folder, '00 Sommaire.html'), 'utf8');
    for (const words of [
      'Annexes',
      'A. Martin',
      'Tableau des entretiens',
      'toutes les grilles, 3\u00a0verbatims au plus',
      'href="02%20Tableau%20de%20verbatims.html"',
    ])
      expect(index.replaceAll('3 verbatims', '3\u00a0verbatims')).toContain(words);
    expect(told.at(-1)).toBe('4/4 Journal de l’analyse');
  });

  it('written twice, stands beside itself', async () => {
    const study = aPrintableStudy();
    const folder = aFolder();
    const pack = { ...PACK(study), orders: PACK(study).orders.slice(2) };
    await writePack(study.project.project, pack, { name: 'Annexes', folder }, QUIET);
    const again = await writePack(study.project.project, pack, { name: 'Annexes', folder }, QUIET);
    expect(again.folder).toBe(join(folder, 'Annexes (2)'));
  });

  it('stopped half-way, leaves nothing', async () => {
    const study = aPrintableStudy();
    const folder = aFolder();
    let isCancelled = false;
    const watch: PackWatch = { onProgress: (done) => (isCancelled = done === 2), isCancelled: () => isCancelled };
    await expect(writePack(study.project.project, PACK(study), { name: 'Annexes', folder }, watch)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('with a piece that cannot be made, leaves nothing', async () => {
    const study = aPrintableStudy();
    const folder = aFolder();
    const style: PrintStyle = { ...STYLE, reference: { who: 'attribute', attributeId: '11111111-2222-4333-8444-555555555555' as never } };
    await expect(writePack(study.project.project, { ...PACK(study), style }, { name: 'Annexes', folder }, QUIET)).rejects.toMatchObject({
      code: 'attribute.unknown',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('needs a folder that is there', async () => {
    const study = aPrintableStudy();
    const file = join(aFolder(), 'une note.txt');
    writeFileSync(file, '');
    for (const folder of ['annexes', '../..', join(aFolder(), 'pas là'), file])
      await expect(writePack(study.project.project, PACK(study), { name: 'Annexes', folder }, QUIET)).rejects.toMatchObject({
        code: 'file.unwritable',
      });
  });

  it('lets others be answered between two files', async () => {
    const study = aPrintableStudy();
    let answered = 0;
    const timer = setInterval(() => (answered += 1), 0);
    onTestFinished(() => clearInterval(timer));
    let files = 0;
    for await (const file of makePack(study.project.project, PACK(study), 'Annexes', QUIET)) files += file.bytes.length > 0 ? 1 : 0;
    expect(files).toBe(6);
    expect(answered).toBeGreaterThan(0);
  });

  it('for a browser is one archive with the same files below one folder', async () => {
    const study = aPrintableStudy();
    const archive = zipTexts(await zipPack(study.project.project, PACK(study), 'Annexes', QUIET));
    expect([...archive.keys()]).toContain('Annexes/02 Tableau de verbatims.html');
    expect(archive.get('Annexes/02 Tableau de verbatims.html')).toContain('Tout le monde décide');
    expect(archive.size).toBe(6);
  });
});
