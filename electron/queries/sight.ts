// What keeps codings from view: the project's blindness, and that of what a coder was given to code.
import type { CodersInView } from '../../shared/domain/coder.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { isBlindfolded } from '../../shared/domain/sight.ts';
import type { HiddenPlace, Sight } from '../../shared/domain/sight.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

const HIDDEN = `
  SELECT DISTINCT s.source_id AS sourceId, g.grid_id AS gridId
  FROM assignment a JOIN assignment_coder c ON c.assignment_id = a.id AND c.coder_id = ?
    JOIN assignment_source s ON s.assignment_id = a.id LEFT JOIN assignment_grid g ON g.assignment_id = a.id
  WHERE a.is_blind = 1 AND a.revealed_at IS NULL`;

/** Tables of which it is made. */
export const SIGHT_TABLES: readonly string[] = ['blind_period', 'assignment', 'assignment_source', 'assignment_grid', 'assignment_coder', 'coder'];

export function isProjectBlind({ sqlite }: Project): boolean {
  return statement<[]>(sqlite, 'SELECT 1 FROM blind_period WHERE ended_at IS NULL').get() !== undefined;
}

export function readSight(project: Project, coderId: CoderId, shown: readonly CoderId[] | null): Sight {
  const hidden = statement<[string], HiddenPlace>(project.sqlite, HIDDEN).all(coderId);
  return { coderId, shown, isBlind: isProjectBlind(project), hidden };
}

/** Whether somebody codes blind at the moment. */
export function isAnybodyBlind(project: Project): boolean {
  const assigned = statement<[]>(project.sqlite, 'SELECT 1 FROM assignment WHERE is_blind = 1 AND revealed_at IS NULL LIMIT 1').get();
  return isProjectBlind(project) || assigned !== undefined;
}

/** Whose acts undo and redo are about: one's own while others' work is hidden; null: everybody's. */
export function whoseSteps(project: Project, coderId: CoderId): CoderId | null {
  return isBlindfolded(readSight(project, coderId, null)) ? coderId : null;
}

const BLIND_ASSIGNMENTS = `SELECT a.id, a.title FROM assignment a JOIN assignment_coder c ON c.assignment_id = a.id AND c.coder_id = ?
  WHERE a.is_blind = 1 AND a.revealed_at IS NULL ORDER BY a.created_at`;

export function readCodersInView({ sqlite }: Project, { shown, coderId }: Sight): CodersInView {
  const open = statement<[], { at: string }>(sqlite, 'SELECT began_at AS at FROM blind_period WHERE ended_at IS NULL ORDER BY began_at').get();
  const blindAssignments = statement<[string], CodersInView['blindAssignments'][number]>(sqlite, BLIND_ASSIGNMENTS).all(coderId);
  return { shown, blindSince: open?.at ?? null, blindAssignments };
}
