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
  return Promise.all(walks).then((files) => inFolderOrder(files.flat()));
}

export function filesChosen(list: FileList | null): ChosenFile[] {
  const files = [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return inFolderOrder(files.filter(({ path }) => !isHiddenFile(path)));
}

const byName = new Intl.Collator('fr', { numeric: true });

function inFolderOrder(files: ChosenFile[]): ChosenFile[] {
  return files.sort((a, b) => byName.compare(a.path, b.path));
}

/** One call to the core carries this much; more files go in several calls. */
const MOST_BYTES = 40_000_000;
const MOST_FILES = 500;

export function inBatches(files: readonly ChosenFile[], mostBytes = MOST_BYTES, mostFiles = MOST_FILES): ChosenFile[][] {
  const batches: ChosenFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last && last.length < mostFiles && bytes + file.file.size <= mostBytes) last.push(file);
    else {
      batches.push([file]);
      bytes = 0;
    }
    bytes += file.file.size;
  }
  return batches;
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
