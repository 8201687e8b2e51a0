// A guide out of a file: any format that transcripts are read from, its lines taken for themes and questions.
import type { GuideDraft } from '../../shared/domain/guide.ts';
import { draftOf, outlineOf } from '../../shared/domain/guide-outline.ts';
import type { StyleRun } from '../../shared/domain/style-run.ts';
import type { FileBytes } from './reading/read-documents.ts';
import { readDocumentSafely } from './reading/read-safely.ts';

/** Says in the line what the document says by its styles: `#` before a heading, `-` before an item of a list. */
function withMarks(text: string, styles: readonly StyleRun[]): string {
  let start = 0;
  return text
    .split('\n')
    .map((line) => {
      const at = start + (line.length - line.trimStart().length);
      start += line.length + 1;
      const set = styles.filter((run) => run.start <= at && at < run.end).map(({ style }) => style);
      if (set.some((style) => style.startsWith('heading'))) return `# ${line.trimStart()}`;
      return set.includes('listItem') && line.trim() !== '' ? `- ${line.trimStart()}` : line;
    })
    .join('\n');
}

/** The title is the file's own, or its name. Refuses as reading a source does. */
export async function readGuideFile(file: FileBytes): Promise<GuideDraft> {
  const { text, name, styles } = await readDocumentSafely(file);
  return draftOf(outlineOf(withMarks(text, styles)), name.trim().slice(0, 300) || file.name);
}
