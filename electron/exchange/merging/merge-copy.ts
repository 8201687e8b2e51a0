// Another copy merged into the open project, from the file that was chosen to the one act in the log.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { MergePreview } from '../../../shared/domain/merge.ts';
import { mergeProject } from '../../commands/merge-project.ts';
import type { Session } from '../../commands/run-command.ts';
import type { Project } from '../../storage/open-project.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import { bringFilesBeside } from './files-beside.ts';
import { openOtherCopy } from './other-copy.ts';
import type { OtherCopy } from './other-copy.ts';
import type { MergePlan, MergeSetting } from './plan-merge.ts';

/** Works out a merge of two files: here, or in a thread. */
export type Planner = (ours: ProjectPlace, theirs: ProjectPlace, setting: MergeSetting) => MergePlan | Promise<MergePlan>;

async function planned<T>(
  project: Project,
  { path, key }: ProjectPlace,
  setting: MergeSetting,
  plan: Planner,
  use: (planned: MergePlan, other: OtherCopy) => T,
): Promise<T> {
  const other = openOtherCopy(path, project, key);
  try {
    return use(await plan({ path: project.path, key: project.key }, { path: other.path, key }, setting), other);
  } finally {
    other.close();
  }
}

function previewOf(project: Project, plan: MergePlan, { file, title, language }: OtherCopy): MergePreview {
  const { diffs: _diffs, record: _record, ...shown } = plan;
  const ours = project.sqlite.prepare<[], { language: string }>('SELECT language FROM project').get()?.language;
  return { file, title, language, isOtherLanguage: ours !== language, ...shown };
}

/** What merging would do; nothing is written. Refuses as `openOtherCopy` does. */
export function previewMerge(project: Project, theirs: ProjectPlace, setting: MergeSetting, plan: Planner): Promise<MergePreview> {
  return planned(project, theirs, setting, plan, (worked, other) => previewOf(project, worked, other));
}

export interface Merged {
  readonly preview: MergePreview;
  readonly isChanged: boolean;
  /** New ones. */
  readonly codings: number;
}

/**
 * Merges, unless `confirm` throws at what it is shown. Refuses (`merge.changedSince`) where somebody wrote to the project meanwhile.
 */
export function mergeCopy(
  session: Session,
  theirs: ProjectPlace,
  setting: MergeSetting,
  plan: Planner,
  confirm: (preview: MergePreview) => void = () => undefined,
): Promise<Merged> {
  const before = lastEntry(session.project);
  return planned(session.project, theirs, setting, plan, (worked, other) => {
    const preview = previewOf(session.project, worked, other);
    confirm(preview);
    if (lastEntry(session.project) !== before) throw new Refusal('merge.changedSince');
    bringFilesBeside(session, { path: other.path, chosen: theirs }, worked.diffs);
    const isChanged = mergeProject(session, { ...worked, file: other.file });
    return { preview, isChanged, codings: worked.diffs.filter(({ table, op }) => table === 'coding' && op === 'insert').length };
  });
}

/** Every write leaves an entry, and typing makes the last one another. */
function lastEntry({ sqlite }: Project): string {
  return JSON.stringify(sqlite.prepare('SELECT id, diffs FROM change_log ORDER BY number DESC LIMIT 1').raw().get());
}
