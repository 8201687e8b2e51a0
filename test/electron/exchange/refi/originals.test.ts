// Files that texts were taken from travel with them: pages and pictures come in as originals, pages go out again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { listCodings } from '../../../../electron/queries/passages.ts';
import { closeProject, openProject, peekProject } from '../../../../electron/storage/open-project.ts';
import { aFolder } from '../../../support/project.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { partsOf } from './altered-packages.ts';

const GUID = (n: number): string => `0000000b-0000-4000-8000-${String(n).padStart(12, '0')}`;
const PAGES = Buffer.from('%PDF-1.4 des pages');
const PICTURE = Buffer.from('une photo');
const coding = (n: number): string => `<Coding guid="${GUID(n)}"><CodeRef targetGUID="${GUID(1)}"/></Coding>`;

const XML = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="x">
  <CodeBook><Codes><Code guid="${GUID(1)}" name="Agir" isCodable="true"/></Codes></CodeBook>
  <Sources>
    <PDFSource guid="${GUID(2)}" name="Rapport" path="internal://R.pdf"><Representation guid="${GUID(3)}" plainTextPath="internal://R.txt">
      <PlainTextSelection guid="${GUID(4)}" name="coopérons" startPosition="5" endPosition="14">${coding(5)}</PlainTextSelection></Representation></PDFSource>
    <PictureSource guid="${GUID(6)}" name="Affiche.jpg" path="internal://A.jpg">
      <PictureSelection guid="${GUID(7)}" name="le titre" firstX="1" firstY="2" secondX="30" secondY="40">${coding(8)}</PictureSelection></PictureSource>
    <VideoSource guid="${GUID(9)}" name="Réunion" path="relative:///R.mp4">
      <VideoSelection guid="${GUID(10)}" name="" begin="1000" end="2000">${coding(11)}</VideoSelection></VideoSource>
  </Sources></Project>`;

it('pages and pictures are kept with their codings, pages go out with the text that is coded of them', async () => {
  const folder = aFolder();
  const parts = {
    'project.qde': Buffer.from(XML),
    'sources/R.pdf': PAGES,
    'sources/R.txt': Buffer.from('Nous coopérons ici.'),
    'sources/A.jpg': PICTURE,
  };
  writeFileSync(join(folder, 'x.qdpx'), zipOf(Object.entries(parts).map(([name, content]) => ({ name, content }))));
  const options = { language: 'fr', origin: GUID(99) } as const;
  const read = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'x.trame'), options);
  // the recording is not in the package
  expect(read.changes).toContainEqual({ what: 'mediaLeft', count: 1 });
  expect(read.made.codings).toBe(3);
  const kept = peekProject(join(folder, 'x.trame'), ({ sqlite }) =>
    sqlite.prepare('SELECT original_name, bytes FROM source s JOIN original o ON o.sha256 = s.original_sha256 ORDER BY position').raw().all(),
  );
  expect(kept).toEqual([
    ['Rapport.pdf', PAGES],
    ['Affiche.jpg', PICTURE],
  ]);
  const out = join(folder, 'y.qdpx');
  const project = openProject(join(folder, 'x.trame'));
  await exportRefi(project, out, { unit: 'codepoint', withSideFile: false, version: '1' });
  closeProject(project);
  expect(partsOf(out).some(({ name, content }) => name.endsWith('.pdf') && PAGES.equals(content))).toBe(true);
  await newProjectFromRefi(out, join(folder, 'y.trame'), options);
  const quotes = (path: string): string[] =>
    peekProject(path, (back) =>
      listCodings(back)
        .map(({ quote }) => quote)
        .toSorted(),
    );
  expect(quotes(join(folder, 'y.trame'))).toEqual(quotes(join(folder, 'x.trame')));
  expect(quotes(join(folder, 'y.trame'))).toContain('coopérons');
});
