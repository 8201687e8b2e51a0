// QualCoder's project: the file data.qda in a folder `….qda` (SQLite; its database versions 1 to 14, of QualCoder 1 to 4).
import type { ForeignDatabase, ForeignRow } from '../../storage/foreign-database.ts';
import type { ReadListed, ReadSelection, ReadValue } from '../refi/read-project.ts';
import { ForeignStudyMaker, aCode, aCoding, aSelection, byFile, inUtf16, isoTime, whole, words } from './foreign-study.ts';
import type { ForeignReader, ForeignStudy } from './foreign-study.ts';

const MEDIA = /^(?:\/?(?:images|audio|video)[/:]|(?:images|audio|video):)/;

function bringCodes(database: ForeignDatabase, maker: ForeignStudyMaker): void {
  const kinds = database.rows('code_cat', ['catid', 'name', 'memo', 'supercatid']).map((row) =>
    aCode({
      guid: `category ${words(row['catid'])}`,
      name: words(row['name']),
      description: words(row['memo']),
      parent: row['supercatid'] === null ? null : `category ${words(row['supercatid'])}`,
      isCodable: false,
    }),
  );
  const codes = database.rows('code_name', ['cid', 'name', 'memo', 'catid', 'supercid', 'color']).map((row) => {
    const above = row['supercid'] === null ? (row['catid'] === null ? null : `category ${words(row['catid'])}`) : `code ${words(row['supercid'])}`;
    return aCode({
      guid: `code ${words(row['cid'])}`,
      name: words(row['name']),
      description: words(row['memo']),
      color: words(row['color']) || undefined,
      parent: above,
    });
  });
  maker.codes([...kinds, ...codes]);
}

const CODED = ['cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'date', 'memo', 'important', 'ctid'];

/** The quote tells how positions were counted: some of the program's ways of coding count UTF-16 units, others characters. */
function textSelections(database: ForeignDatabase, maker: ForeignStudyMaker): Map<string, ReadSelection[]> {
  const coded = database.rows('code_text', CODED).map((row, at) => ({
    file: words(row['fid']),
    item: aSelection({
      name: words(row['seltext']),
      start: whole(row['pos0']),
      end: whole(row['pos1']),
      isStarred: row['important'] === 1,
      codings: [codingOf(row, maker, `coding ${at}`)],
    }),
  }));
  const annotated = database.rows('annotation', ['fid', 'pos0', 'pos1', 'memo', 'owner', 'date']).map((row, at) => ({
    file: words(row['fid']),
    item: aSelection({ start: whole(row['pos0']), end: whole(row['pos1']), notes: maker.noteOf(`annotation ${at}`, '', row) }),
  }));
  return byFile([...coded, ...annotated]);
}

function codingOf(row: ForeignRow, maker: ForeignStudyMaker, guid: string): ReadSelection['codings'][number] {
  return aCoding({
    code: `code ${words(row['cid'])}`,
    user: maker.user(row['owner']),
    at: isoTime(row['date']),
    notes: maker.noteOf(`memo of ${guid}`, '', row),
  });
}

/** Codings of pictures and recordings have places, not words. */
function listedSelections(database: ForeignDatabase, maker: ForeignStudyMaker): Map<string, ReadListed[]> {
  const listed = (kind: string, columns: readonly string[]): { file: string; item: ReadListed }[] =>
    database.rows(kind, ['id', 'cid', 'owner', 'date', 'memo', ...columns]).map((row, at) => {
      const place = columns.filter((column) => row[column] !== null).map((column) => `${column} ${words(row[column])}`);
      const coding = codingOf(row, maker, `${kind} ${at}`);
      return { file: words(row['id']), item: { ...aSelection({ start: 0, end: 0, codings: [coding] }), place: place.join(', ') } };
    });
  const all = [...listed('code_image', ['x1', 'y1', 'width', 'height', 'pdf_page']), ...listed('code_av', ['pos0', 'pos1'])];
  return byFile(all);
}

/** Attributes of files and of cases, by kind and number. */
function valuesByThing(database: ForeignDatabase, maker: ForeignStudyMaker): Map<string, ReadValue[]> {
  for (const row of database.rows('attribute_type', ['name', 'memo', 'valuetype']))
    maker.read.variables.push({
      guid: `attribute ${words(row['name'])}`,
      name: words(row['name']),
      type: row['valuetype'] === 'numeric' ? 'float' : 'text',
      description: words(row['memo']),
    });
  const values = database.rows('attribute', ['name', 'attr_type', 'value', 'id']);
  return new Map(
    [...Map.groupBy(values, (row) => `${words(row['attr_type'])} ${words(row['id'])}`)].map(([thing, rows]) => [
      thing,
      rows.map((row) => ({ variable: `attribute ${words(row['name'])}`, value: words(row['value']) })),
    ]),
  );
}

function bringCases(
  database: ForeignDatabase,
  maker: ForeignStudyMaker,
  values: ReadonlyMap<string, ReadValue[]>,
  lengths: ReadonlyMap<string, number>,
): void {
  const cases = database.rows('cases', ['caseid', 'name', 'memo']).map((row) => {
    const id = words(row['caseid']);
    return { id, name: words(row['name']), description: words(row['memo']), values: values.get(`case ${id}`) ?? [] };
  });
  const extents = database.rows('case_text', ['caseid', 'fid', 'pos0', 'pos1']).map((row) => ({
    caseId: words(row['caseid']),
    file: words(row['fid']),
    start: whole(row['pos0']),
    end: whole(row['pos1']),
  }));
  maker.cases(cases, extents, lengths);
}

function read(database: ForeignDatabase, name: string): ForeignStudy {
  const [project] = database.rows('project', ['databaseversion', 'memo', 'codername']);
  const maker = new ForeignStudyMaker('QualCoder', name);
  maker.user(project?.['codername']);
  maker.read.description = words(project?.['memo']);
  bringCodes(database, maker);
  const [selections, listed] = [textSelections(database, maker), listedSelections(database, maker)];
  const values = valuesByThing(database, maker);
  const lengths = new Map<string, number>();
  for (const row of database.rows('source', ['id', 'name', 'fulltext', 'mediapath', 'memo', 'owner', 'date'])) {
    const id = words(row['id']);
    const text = words(row['fulltext']);
    const media = words(row['mediapath']);
    lengths.set(id, [...text].length);
    maker.source({
      guid: `source ${id}`,
      name: words(row['name']),
      path: text === '' ? '' : maker.text(`source ${id}`, text),
      mediaPath: MEDIA.test(media) ? media : '',
      selections: inUtf16(text, selections.get(id) ?? []),
      listed: listed.get(id) ?? [],
      values: values.get(`file ${id}`) ?? [],
      notes: maker.noteOf(`memo of source ${id}`, '', row),
      user: maker.user(row['owner']),
      at: isoTime(row['date']),
    });
  }
  bringCases(database, maker, values, lengths);
  maker.journal(database.rows('journal', ['name', 'jentry', 'owner', 'date']), 'jentry');
  return maker.study();
}

export const qualcoder: ForeignReader = {
  isOwn: (database) =>
    database.has('code_text', 'cid', 'fid', 'pos0', 'pos1') && database.has('code_name', 'cid') && database.has('source', 'fulltext'),
  read,
};
