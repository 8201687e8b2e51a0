// A dropped folder becomes a list of files, without what the system hides in it.
import { expect, test } from 'vitest';
import { filesUnder, inBatches, isHiddenFile } from '../../../renderer/corpus/chosen-files.ts';

type Tree = { readonly [name: string]: Tree | string };

/** A folder as the browser hands it over after a drop; it answers with two entries at a time, as real ones do with a hundred. */
function entryOf(name: string, content: Tree | string, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (typeof content === 'string') {
    return {
      isFile: true,
      isDirectory: false,
      name,
      fullPath,
      file: (done: (file: File) => void) => done(new File([content], name)),
    } as unknown as FileSystemEntry;
  }
  const left = Object.entries(content).map(([inside, deeper]) => entryOf(inside, deeper, fullPath));
  const createReader = () => ({ readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 2)) });
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as unknown as FileSystemEntry;
}

test('a folder gives all its files, with their paths, however deep', async () => {
  const folder = entryOf('terrain', {
    'pôle 1': { 'E01.docx': 'a', 'E02.docx': 'b', 'E03.docx': 'c' },
    'notes.md': 'd',
    '.DS_Store': 'x',
    '.git': { config: 'x' },
    '~$E01.docx': 'x',
  });
  const files = await filesUnder(folder);
  expect(files.map(({ path }) => path)).toEqual([
    'terrain/pôle 1/E01.docx',
    'terrain/pôle 1/E02.docx',
    'terrain/pôle 1/E03.docx',
    'terrain/notes.md',
  ]);
  expect(await files[3]?.file.text()).toBe('d');
});

test('a name with a dot inside is not hidden', () => {
  expect(isHiddenFile('terrain/M. Dupont.txt')).toBe(false);
  expect(isHiddenFile('terrain/Thumbs.db')).toBe(true);
});

test('many files go in several calls, none lost and none twice; a very large one goes alone', () => {
  const files = [10, 10, 90, 10, 10, 10].map((size, i) => ({ path: `E${i}`, file: new File(['x'.repeat(size)], `E${i}`) }));
  const batches = inBatches(files, 30, 2);
  expect(batches.map((batch) => batch.map(({ path }) => path))).toEqual([['E0', 'E1'], ['E2'], ['E3', 'E4'], ['E5']]);
  expect(inBatches([])).toEqual([]);
});
