// Copies of one project in which names were replaced, or somebody erased, on one side only: merging them would bring back what was taken out.
import { Refusal } from '../../../shared/domain/failure.ts';
import { peekProject } from '../../storage/open-project.ts';
import type { Project } from '../../storage/open-project.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';

const taken = ({ sqlite }: Project): string[] =>
  sqlite.prepare<[], string>('SELECT id FROM pseudonymisation UNION SELECT id FROM erasure ORDER BY id').pluck().all();

/** Refuses (`merge.otherPseudonyms`). */
export function assertSameNames(ours: Project, theirs: ProjectPlace): void {
  const there = peekProject(theirs.path, taken, theirs.key);
  if (taken(ours).join() !== there.join()) throw new Refusal('merge.otherPseudonyms');
}
