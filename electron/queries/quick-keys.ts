// Reads which categories a coder has under the keys 1 … 9.
import type { CategoryId, CoderId } from '../../shared/domain/ids.ts';
import type { QuickDigit, QuickKey } from '../../shared/domain/quick-list.ts';
import type { Project } from '../storage/open-project.ts';

export function listQuickKeys(project: Project, coderId: CoderId): QuickKey[] {
  return project.sqlite
    .prepare<[string], { digit: QuickDigit; categoryId: CategoryId }>(
      'SELECT digit, category_id AS categoryId FROM quick_key WHERE coder_id = ? ORDER BY digit',
    )
    .all(coderId);
}
