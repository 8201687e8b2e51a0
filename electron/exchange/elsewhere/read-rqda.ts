// RQDA's project (`.rqda`, SQLite): what is deleted there is only marked, with status 0.
import type { ForeignDatabase, ForeignRow } from '../../storage/foreign-database.ts';
import type { ReadSelection, ReadValue } from '../refi/read-project.ts';
import { ForeignStudyMaker, aCode, aCoding, aSelection, byFile, inUtf16, isoTime, whole, words } from './foreign-study.ts';
import type { ForeignReader, ForeignStudy } from './foreign-study.ts';

function live(database: ForeignDatabase, table: string, columns: readonly string[]): ForeignRow[] {
  return database.rows(table, [...columns, 'status']).filter((row) => row['status'] === null || row['status'] === 1);
}

/** Categories are one level above the codes; of a code in several, the first is its place. */
function bringCodes(database: ForeignDatabase, maker: ForeignStudyMaker): void {
  const kinds = live(database, 'codecat', ['name', 'catid', 'memo']).map((row) =>
    aCode({ guid: `category ${words(row['catid'])}`, name: words(row['name']), description: words(row['memo']), isCodable: false }),
  );
  const above = new Map<string, string>();
  for (const row of live(database, 'treecode', ['cid', 'catid'])) {
    const code = words(row['cid']);
    if (!above.has(code)) above.set(code, `category ${words(row['catid'])}`);
  }
  const codes = live(database, 'freecode', ['id', 'name', 'memo', 'color']).map((row) => {
    const id = words(row['id']);
    const common = { guid: `code ${id}`, name: words(row['name']), description: words(row['memo']), color: words(row['color']) || undefined };
    return aCode({ ...common, parent: above.get(id) ?? null });
  });
  maker.codes([...kinds, ...codes]);
}

function selectionsByFile(database: ForeignDatabase, maker: ForeignStudyMaker): Map<string, ReadSelection[]> {
  const coded = live(database, 'coding', ['cid', 'fid', 'seltext', 'selfirst', 'selend', 'owner', 'date', 'memo']).map((row, at) => ({
    file: words(row['fid']),
    item: aSelection({
      name: words(row['seltext']),
      start: whole(row['selfirst']),
      end: whole(row['selend']),
      codings: [
        aCoding({
          code: `code ${words(row['cid'])}`,
          user: maker.user(row['owner']),
          at: isoTime(row['date']),
          notes: maker.noteOf(`memo of coding ${at}`, '', row),
        }),
      ],
    }),
  }));
  // an annotation stands between two characters: it is kept on the one after it
  const annotated = live(database, 'annotation', ['fid', 'position', 'annotation', 'owner', 'date']).map((row, at) => ({
    file: words(row['fid']),
    item: aSelection({
      start: whole(row['position']),
      end: whole(row['position']) + 1,
      notes: maker.noteOf(`annotation ${at}`, '', row, 'annotation'),
    }),
  }));
  return byFile([...coded, ...annotated]);
}

function valuesOf(database: ForeignDatabase, maker: ForeignStudyMaker, table: string, key: string): Map<string, ReadValue[]> {
  const rows = live(database, table, ['variable', 'value', key]);
  for (const row of rows) {
    const name = words(row['variable']);
    if (!maker.read.variables.some(({ guid }) => guid === `attribute ${name}`))
      maker.read.variables.push({ guid: `attribute ${name}`, name, type: 'text', description: '' });
  }
  return new Map(
    [...Map.groupBy(rows, (row) => words(row[key]))].map(([thing, of]) => [
      thing,
      of.map((row) => ({ variable: `attribute ${words(row['variable'])}`, value: words(row['value']) })),
    ]),
  );
}

function bringCases(
  database: ForeignDatabase,
  maker: ForeignStudyMaker,
  values: ReadonlyMap<string, ReadValue[]>,
  lengths: ReadonlyMap<string, number>,
): void {
  const cases = live(database, 'cases', ['id', 'name', 'memo']).map((row) => {
    const id = words(row['id']);
    return { id, name: words(row['name']), description: words(row['memo']), values: values.get(id) ?? [] };
  });
  const extents = live(database, 'caselinkage', ['caseid', 'fid', 'selfirst', 'selend']).map((row) => ({
    caseId: words(row['caseid']),
    file: words(row['fid']),
    start: whole(row['selfirst']),
    end: whole(row['selend']),
  }));
  maker.cases(cases, extents, lengths);
}

function read(database: ForeignDatabase, name: string): ForeignStudy {
  const maker = new ForeignStudyMaker('RQDA', name);
  maker.read.description = words(database.rows('project', ['memo'])[0]?.['memo']);
  bringCodes(database, maker);
  const selections = selectionsByFile(database, maker);
  const values = valuesOf(database, maker, 'fileAttr', 'fileID');
  const lengths = new Map<string, number>();
  for (const row of live(database, 'source', ['id', 'name', 'file', 'memo', 'owner', 'date'])) {
    const id = words(row['id']);
    const text = words(row['file']);
    lengths.set(id, [...text].length);
    maker.source({
      guid: `source ${id}`,
      name: words(row['name']),
      path: text === '' ? '' : maker.text(`source ${id}`, text),
      selections: inUtf16(text, selections.get(id) ?? []),
      values: values.get(id) ?? [],
      notes: maker.noteOf(`memo of source ${id}`, '', row),
      user: maker.user(row['owner']),
      at: isoTime(row['date']),
    });
  }
  bringCases(database, maker, valuesOf(database, maker, 'caseAttr', 'caseID'), lengths);
  maker.journal(live(database, 'journal', ['name', 'journal', 'owner', 'date']), 'journal');
  return maker.study();
}

export const rqda: ForeignReader = {
  isOwn: (database) =>
    database.has('freecode', 'id', 'name') && database.has('coding', 'cid', 'fid', 'selfirst', 'selend') && database.has('source', 'file'),
  read,
};
