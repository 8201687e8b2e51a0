// What was dropped or chosen, folders walked through, as plain files with their paths.

export interface ChosenFile {
  /** With its folders, as the report names it. */
  readonly path: string;
  readonly file: File;
}

/** The system's own files and the ones editors leave open beside a document are not sources. */
export function isHiddenFile(path: string): boolean {
  return path
    .split('/')
    .some((part) => part.startsWith('.') || part.startsWith('~$') || part === 'Thumbs.db' || part === 'desktop.ini' || part === '__MACOSX');
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A directory answers in portions; an empty one means the end. */
async function entriesIn(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

export async function filesUnder(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isHiddenFile(path)) return [];
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  const inside = await Promise.all((await entriesIn(entry as FileSystemDirectoryEntry)).map(filesUnder));
  return inside.flat();
}

/** To call while the drop event is alive: its items are gone after the first wait. */
export function filesDropped(data: DataTransfer): Promise<ChosenFile[]> {
  const dropped = [...data.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const walks = dropped.map((item) => {
    if (item === null) return Promise.resolve([]);
    return item instanceof File ? Promise.resolve([{ path: item.name, file: item }]) : filesUnder(item);
  });
  return Promise.all(walks).then((files) => inFolderOrder(files.flat(), ({ path }) => path));
}

export function filesChosen(list: FileList | null): ChosenFile[] {
  const files = [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return inFolderOrder(
    files.filter(({ path }) => !isHiddenFile(path)),
    ({ path }) => path,
  );
}

const byName = new Intl.Collator('fr', { numeric: true });

/** E2 before E10, a folder's files together. */
export function inFolderOrder<T>(files: readonly T[], pathOf: (file: T) => string): T[] {
  return files.toSorted((a, b) => byName.compare(pathOf(a), pathOf(b)));
}

/** `a/b/E1.txt` → `a/b/`; empty for a file without a folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The deepest folder that all these files lie in, with its slash. */
export function commonFolder(paths: readonly string[]): string {
  const [first, ...others] = paths.map(folderOf);
  let common = first ?? '';
  for (const folder of others) while (!folder.startsWith(common)) common = folderOf(common.slice(0, -1));
  return common;
}

export async function base64Of(file: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
