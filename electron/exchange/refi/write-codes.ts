// Grids and their categories as codes: a grid is a code at the top that nothing is coded with.
import type { Row } from '../../storage/schema.ts';
import { colorIn, descriptionOf } from './code-words.ts';
import { upper } from './project-notes.ts';
import type { StudyRows } from './study-rows.ts';
import { element, words } from './xml-writing.ts';

export function* codePieces(study: StudyRows): Generator<string> {
  const grids = study.all<Pick<Row<'grid'>, 'id' | 'title' | 'description'>>('SELECT id, title, description FROM grid ORDER BY position, rowid');
  if (grids.length === 0) return;
  const categories = study.all<Row<'category'> & { grid: string; parent: string | null }>(
    'SELECT *, grid_id AS grid, parent_id AS parent FROM category ORDER BY position, rowid',
  );
  const under = Map.groupBy(categories, ({ grid, parent }) => parent ?? grid);
  const code = (category: Row<'category'>): string =>
    element('Code', { guid: upper(category.id), name: category.name, isCodable: 'true', color: colorIn(category.color) }, [
      words('Description', descriptionOf(category, study.options.language)),
      ...study.notes.refs('category', category.id),
      ...(under.get(category.id) ?? []).map(code),
    ]);
  yield '<CodeBook>\n<Codes>\n';
  for (const { id, title, description } of grids)
    yield element('Code', { guid: upper(id), name: title, isCodable: 'false' }, [
      words('Description', description),
      ...(under.get(id) ?? []).map(code),
    ]);
  yield '</Codes>\n</CodeBook>\n';
}
