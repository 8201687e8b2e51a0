// A dropped folder becomes a list of files, without what the system hides in it.
import { expect, test } from 'vitest';
import { commonFolder, filesUnder, inFolderOrder, isHiddenFile } from '../../../renderer/import/chosen-files.ts';

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

test('files stand as a person would order them: E2 before E10', () => {
  expect(inFolderOrder(['E10', 'E2', 'É1', 'a/E1'], (name) => name)).toEqual(['a/E1', 'É1', 'E2', 'E10']);
});

test('the folder that all files share is found by whole names', () => {
  expect(commonFolder(['terrain/pôle 1/E1.txt', 'terrain/pôle 1/E2.txt'])).toBe('terrain/pôle 1/');
  expect(commonFolder(['terrain/pôle 1/E1.txt', 'terrain/pôle 12/E2.txt', 'terrain/notes.md'])).toBe('terrain/');
  expect(commonFolder(['terrain/E1.txt', 'E2.txt'])).toBe('');
  expect(commonFolder([])).toBe('');
});
