// A guide out of a file: any format that transcripts are read from, its lines taken for themes and questions.
import type { GuideDraft } from '../../shared/domain/guide.ts';
import { draftOf, outlineOf } from '../../shared/domain/guide-outline.ts';
import type { FileBytes } from './read-documents.ts';
import { readDocumentSafely } from './read-safely.ts';

/** The title is the file's own, or its name. Refuses as reading a source does. */
export async function readGuideFile(file: FileBytes): Promise<GuideDraft> {
  const { text, name } = await readDocumentSafely(file);
  return draftOf(outlineOf(text), name.trim().slice(0, 300) || file.name);
}
