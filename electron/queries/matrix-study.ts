// What matrices are computed from, read once and kept while the project is open: only what changed is read again.
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { SourceReadings } from '../../shared/domain/matrix-kept.ts';
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';
import { readStudyFrame } from './matrix-frame.ts';
import { readSources } from './matrix-passages.ts';
import { readWritten } from './matrix-written.ts';
import type { Written } from './matrix-written.ts';

/** Each part is another object as soon as anything in it is otherwise: whoever keeps something made from it compares objects. */
export interface Study {
  readonly frame: StudyFrame;
  readonly sources: SourceReadings;
  readonly written: Written;
}

interface KeptStudy {
  readonly changes: ChangeReader;
  frame: StudyFrame | null;
  sources: SourceReadings | null;
  written: Written | null;
}

const kept = new WeakMap<Project, KeptStudy>();

/** The frame is made of all tables but these. Numbers of codings in it are those of when it was read. */
const NOT_FRAME: ReadonlySet<string> = new Set([
  'passage',
  'coding',
  'cell',
  'cell_quote',
  'cell_stance',
  'rating_scale',
  'question_turn',
  'memo',
  'memo_link',
  'matrix',
  'matrix_snapshot',
  'print_settings',
  'saved_search',
  'quick_key',
  'board_place',
  'coding_rule',
  'grid_version',
  'media',
  'saved_search',
  'saved_analysis',
  'link_type',
  'link',
  'link_evidence',
  'concept_map',
  'concept_map_node',
  'stop_word',
  'meaning_mark',
  'suggestion_decision',
  'blind_period',
  'assignment',
  'assignment_source',
  'assignment_grid',
  'assignment_coder',
  'disagreement_decision',
  'agreement_round',
]);
const WRITTEN: ReadonlySet<string> = new Set(['cell', 'cell_quote', 'cell_stance', 'rating_scale']);

/** More than this at once is read faster as a whole. */
const MOST_APART = 100;

/** Drops what is no longer true, and answers with the sources to read again. */
function outdated(study: KeptStudy): ReadonlySet<string> {
  const { everything, sources, tables } = study.changes.take();
  const touches = (isOf: (table: string) => boolean): boolean => everything || [...tables].some(isOf);
  if (touches((table) => !NOT_FRAME.has(table))) study.frame = null;
  // names of sources stand in what is pinned
  if (touches((table) => WRITTEN.has(table) || table === 'source') || [...sources].some((id) => study.written?.pinnedIn.has(id)))
    study.written = null;
  if (everything || sources.size > MOST_APART) study.sources = null;
  return sources;
}

export function readStudy(project: Project): Study {
  let study = kept.get(project);
  if (!study) kept.set(project, (study = { changes: project.sourceChanges.reader(), frame: null, sources: null, written: null }));
  const changed = outdated(study);
  if (study.sources === null) study.sources = readSources(project, null);
  else if (changed.size > 0) {
    const again = readSources(project, [...changed]);
    const others = [...study.sources].filter(([id]) => !changed.has(id));
    study.sources = new Map([...others, ...again]);
  }
  study.frame ??= readStudyFrame(project);
  study.written ??= readWritten(project);
  return { frame: study.frame, sources: study.sources, written: study.written };
}
