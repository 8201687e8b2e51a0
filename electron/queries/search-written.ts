// What a project holds in writing besides its sources: memos, syntheses with their remarks, the codebook's cards.
import type { WrittenHit } from '../../shared/domain/search.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { TargetNames } from './memo-targets.ts';

/** One of them as a text: it answers to a search as a whole, and shows the line found. */
export interface WrittenThing extends Pick<WrittenHit, 'place' | 'title' | 'target'> {
  readonly text: string;
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

export function readWrittenThings(project: Project): WrittenThing[] {
  const { sqlite } = project;
  const names = new TargetNames(project);
  const memos = statement<[], { id: string; title: string; text: string }>(
    sqlite,
    'SELECT id, title, text FROM memo ORDER BY updated_at DESC, rowid DESC',
  )
    .all()
    .map(({ id, title, text }): WrittenThing => ({ place: 'memo', title, target: { kind: 'memo', id }, text: lines(title, text) }));
  const cells = statement<[], { key: string; synthesis: string; remark: string }>(
    sqlite,
    `SELECT key, synthesis, remark FROM cell WHERE synthesis <> '' OR remark <> '' ORDER BY rowid`,
  )
    .all()
    .map(
      ({ key, synthesis, remark }): WrittenThing => ({
        place: 'synthesis',
        title: names.words('cell', key)?.label ?? '',
        target: { kind: 'cell', id: key },
        text: lines(synthesis, remark),
      }),
    );
  const categories = statement<[], Record<'id' | 'name' | 'definition' | 'inclusion' | 'exclusion' | 'example', string>>(
    sqlite,
    `SELECT c.id, c.name, c.definition, c.inclusion, c.exclusion, c.example FROM category c JOIN grid g ON g.id = c.grid_id
     ORDER BY g.position, c.position`,
  )
    .all()
    .map(
      ({ id, ...card }): WrittenThing => ({
        place: 'category',
        title: names.words('category', id)?.label ?? card.name,
        target: { kind: 'category', id },
        text: lines(card.name, card.definition, card.inclusion, card.exclusion, card.example),
      }),
    );
  return [...memos, ...cells, ...categories];
}

const CONTEXT = 90;

/** A place in it, with what stands around in the same line. */
export function writtenHit({ place, title, target, text }: WrittenThing, { start, end }: Extent): WrittenHit {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - CONTEXT);
  const newLine = text.indexOf('\n', end);
  const to = Math.min(newLine < 0 ? text.length : newLine, end + CONTEXT);
  return { place, title, target, left: text.slice(from, start), text: text.slice(start, end), right: text.slice(end, to) };
}
