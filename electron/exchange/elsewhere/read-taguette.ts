// Taguette's project as it exports it (SQLite): documents are html, tags are paths with dots, who made a highlight stands in its history.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { ForeignDatabase } from '../../storage/foreign-database.ts';
import { codesByDots } from '../refi/dotted-names.ts';
import type { ReadSelection } from '../refi/read-project.ts';
import { ForeignStudyMaker, aCode, aCoding, aSelection, isoTime, whole, words } from './foreign-study.ts';
import type { ForeignReader, ForeignStudy } from './foreign-study.ts';
import { textOfHtml } from './html-text.ts';
import type { HtmlText } from './html-text.ts';

/** `people.role.chair` hangs under `people.role`, which is made where no tag has that path. */
function bringTags(database: ForeignDatabase, maker: ForeignStudyMaker): void {
  const tags = database.rows('tags', ['id', 'path', 'description']);
  maker.codes(
    codesByDots(tags.map((row) => aCode({ guid: `tag ${words(row['id'])}`, name: words(row['path']), description: words(row['description']) }))),
  );
}

interface Made {
  readonly user: string;
  readonly at: string;
}

/** Highlight → who made it last, and when. */
function makers(database: ForeignDatabase, maker: ForeignStudyMaker): Map<string, Made> {
  const made = new Map<string, Made>();
  for (const row of database.rows('commands', ['user_login', 'date', 'payload'])) {
    const payload = words(row['payload']);
    const id = /"highlight_id":\s*(\d+)/.exec(payload)?.[1];
    if (id !== undefined && /"type":\s*"highlight_add"/.test(payload))
      made.set(id, { user: maker.user(row['user_login']), at: isoTime(row['date']) });
  }
  return made;
}

function read(database: ForeignDatabase, name: string): ForeignStudy {
  const projects = database.rows('projects', ['id', 'name', 'description']);
  // a server's whole database: whose project is asked for, nobody said
  if (projects.length > 1) throw new Refusal('elsewhere.severalProjects', { names: projects.map((row) => words(row['name'])).join(', ') });
  const maker = new ForeignStudyMaker('Taguette', words(projects[0]?.['name']) || name);
  maker.read.description = words(projects[0]?.['description']);
  bringTags(database, maker);
  const made = makers(database, maker);
  const tagsOf = Map.groupBy(database.rows('highlight_tags', ['highlight_id', 'tag_id']), (row) => words(row['highlight_id']));
  const highlights = Map.groupBy(database.rows('highlights', ['id', 'document_id', 'start_offset', 'end_offset']), (row) =>
    words(row['document_id']),
  );
  const selectionsIn = (document: string, { at }: HtmlText): ReadSelection[] =>
    (highlights.get(document) ?? []).map((row) => {
      const by = made.get(words(row['id'])) ?? { user: '', at: '' };
      const codings = (tagsOf.get(words(row['id'])) ?? []).map((tag) => aCoding({ code: `tag ${words(tag['tag_id'])}`, ...by }));
      return aSelection({ start: at(whole(row['start_offset']), 'start'), end: at(whole(row['end_offset']), 'end'), codings, ...by });
    });
  for (const row of database.rows('documents', ['id', 'name', 'description', 'contents', 'created'])) {
    const id = words(row['id']);
    const html = textOfHtml(words(row['contents']));
    maker.source({
      guid: `source ${id}`,
      name: words(row['name']),
      description: words(row['description']),
      path: html.text === '' ? '' : maker.text(`source ${id}`, html.text),
      selections: selectionsIn(id, html),
      at: isoTime(row['created']),
    });
  }
  return maker.study();
}

export const taguette: ForeignReader = {
  isOwn: (database) =>
    database.has('highlights', 'document_id', 'start_offset', 'end_offset') &&
    database.has('highlight_tags') &&
    database.has('documents', 'contents'),
  read,
};
