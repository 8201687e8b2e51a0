// Files on their way in, as the core would describe them.
import type { CaseId } from '../../../shared/domain/ids.ts';
import type { IncomingDocument, IncomingFile, IncomingSurvey, PreviewSpeaker } from '../../../shared/domain/incoming.ts';
import { newImport, withFiles } from '../../../renderer/import/import-state.ts';
import type { ImportState } from '../../../renderer/import/import-state.ts';

export const POLE = '00000000-0000-7000-8000-000000000001' as CaseId;

export function speaker(label: string, given: Partial<PreviewSpeaker> = {}): PreviewSpeaker {
  return { label, turns: 3, words: 40, isInterviewer: false, participantId: null, ...given };
}

export function document(file: string, given: Partial<IncomingDocument> = {}): IncomingDocument {
  return {
    kind: 'document',
    item: `item of ${file}`,
    file,
    name: file.replace(/\.\w+$/, ''),
    sameAs: null,
    encoding: 'utf-8',
    pattern: { kind: 'colon' },
    turnsAreStated: false,
    turns: 6,
    timedTurns: 0,
    words: 80,
    speakers: [speaker('Enquêtrice', { isInterviewer: true }), speaker('L1')],
    pagesWithoutText: [],
    annotations: null,
    sample: [],
    ...given,
  };
}

export function survey(file: string, given: Partial<IncomingSurvey> = {}): IncomingSurvey {
  const column = { answered: 2, distinct: 2, medianLength: 4 };
  return {
    kind: 'survey',
    item: `item of ${file}`,
    file,
    name: file.replace(/\.\w+$/, ''),
    sameAs: null,
    columns: [
      { ...column, name: 'Nom', role: 'respondent' },
      { ...column, name: 'Fonction', role: 'closed' },
      { ...column, name: 'Qu’est-ce qui a changé ?', role: 'open' },
    ],
    respondents: 2,
    sample: [
      ['Anne', 'Élue', 'Le rythme des réunions.'],
      ['Jean', 'Directeur', 'Rien.'],
    ],
    ...given,
  };
}

export function chosen(path: string, content = path) {
  return { path, file: new File([content], path, { lastModified: 1 }) };
}

/** An import whose files have these keys: their paths. */
export function importOf(paths: readonly string[]): ImportState {
  const left = [...paths];
  return withFiles(
    newImport(null),
    paths.map((path) => chosen(path)),
    () => left.shift() ?? '',
  );
}

export function readImport(files: readonly IncomingFile[]): ImportState {
  const state = importOf(files.map(({ file }) => file));
  return {
    ...state,
    files: state.files.map((file) => {
      const incoming = files.find((one) => one.file === file.chosen.path);
      return incoming ? { ...file, reading: { status: 'read', incoming } } : file;
    }),
  };
}
