// A project as the standard's XML, piece by piece: grids are codes at the top, one selection per stretch and coder, memos are notes.
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { Project } from '../../storage/open-project.ts';
import type { Row } from '../../storage/schema.ts';
import { colorIn, descriptionOf } from './code-words.ts';
import { derivedGuid } from './guids.ts';
import { ProjectNotes, dateTime, madeBy, upper } from './project-notes.ts';
import { type PositionUnit, type WrittenSourceText, quoteName } from './written-text-positions.ts';
import { type XmlAttributes, element, opening, words } from './xml-writing.ts';

export const ORIGIN = 'Trame';
const NAMESPACE = 'urn:QDA-XML:project:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd';

/** How a variable's description says what it is a fact about; read back from the package. */
export const SCOPE_WORDS = { case: 'Trame: case', source: 'Trame: source' } as const;

const VARIABLE_TYPES: Readonly<Record<AttributeType, string>> = {
  text: 'Text',
  choice: 'Text',
  ordered: 'Text',
  number: 'Float',
  date: 'Date',
  yesNo: 'Boolean',
};

type SourceRow = Pick<Row<'source'>, 'id' | 'name' | 'importedAt' | 'originalSha256' | 'originalName'>;

interface Variable {
  readonly id: string;
  readonly scope: 'case' | 'source';
  readonly name: string;
  readonly type: AttributeType;
  readonly standard: string;
}

/** A passage with its place in the written text, and the codings of one coder; nobody's where it is not coded. */
interface PassageRow {
  readonly id: string;
  readonly paraphrase: string | null;
  readonly start: number;
  readonly end: number;
}

type CodingRow = Pick<Row<'coding'>, 'id' | 'categoryId' | 'coderId' | 'createdAt'>;

export interface WritingOptions {
  readonly language: Language;
  readonly unit: PositionUnit;
  readonly version: string;
  textOf(sourceId: string): WrittenSourceText;
}

const valueIsWhole: Partial<Record<AttributeType, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, number: /^-?\d+(?:\.\d+)?$/, yesNo: /^(?:yes|no)$/ };

export class ProjectXml {
  readonly notes: ProjectNotes;
  readonly #project: Project;
  readonly #options: WritingOptions;
  readonly #variables: readonly Variable[];
  readonly #values = new Map<string, { attributeId: string; value: string }[]>();
  readonly #firstCoder: string;

  constructor(project: Project, options: WritingOptions) {
    this.#project = project;
    this.#options = options;
    this.notes = new ProjectNotes(project);
    this.#firstCoder = this.#all<{ id: string }>('SELECT id FROM coder ORDER BY rowid')[0]?.id ?? '';
    for (const row of this.#all<{ attributeId: string; targetId: string; value: string }>(
      'SELECT attribute_id AS attributeId, target_id AS targetId, value FROM attribute_value ORDER BY rowid',
    )) {
      const others = this.#values.get(row.targetId);
      if (others) others.push(row);
      else this.#values.set(row.targetId, [row]);
    }
    this.#variables = this.#readVariables();
  }

  *pieces(): Generator<string> {
    yield* this.#head();
    yield* this.#codes();
    yield* this.#variableList();
    yield* this.#cases();
    yield* this.#sources();
    yield* this.#noteList();
    yield* this.#links();
    yield* this.#sets();
    const question = this.#project.sqlite.prepare<[], string>('SELECT question FROM project').pluck().get() ?? '';
    yield words('Description', question);
    yield* this.notes.refs('project', '');
    yield '</Project>\n';
  }

  /** Asked again for every source: each statement is prepared once. */
  readonly #statements = new Map<string, { all(...values: string[]): unknown[] }>();

  #all<T>(sql: string, ...values: string[]): T[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#project.sqlite.prepare<string[], unknown>(sql)));
    return statement.all(...values) as T[];
  }

  *#head(): Generator<string> {
    const [about] = this.#all<{ title: string; createdAt: string }>('SELECT title, created_at AS createdAt FROM project');
    const coders = this.#all<{ id: string; name: string; initials: string }>('SELECT id, name, initials FROM coder ORDER BY rowid');
    const attributes: XmlAttributes = {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
      name: about?.title ?? '',
      origin: `${ORIGIN} ${this.#options.version}${this.#options.unit === 'utf16' ? ' (UTF-16)' : ''}`,
      creatingUserGUID: upper(this.#firstCoder),
      creationDateTime: dateTime(about?.createdAt),
    };
    yield `<?xml version="1.0" encoding="UTF-8"?>\n${opening('Project', attributes)}\n`;
    yield element(
      'Users',
      {},
      coders.map(({ id, name, initials }) => element('User', { guid: upper(id), name, id: initials })),
    );
  }

  *#codes(): Generator<string> {
    const grids = this.#all<Pick<Row<'grid'>, 'id' | 'title' | 'description'>>('SELECT id, title, description FROM grid ORDER BY position, rowid');
    if (grids.length === 0) return;
    const categories = this.#all<Row<'category'> & { grid: string; parent: string | null }>(
      'SELECT *, grid_id AS grid, parent_id AS parent FROM category ORDER BY position, rowid',
    );
    const under = Map.groupBy(categories, ({ grid, parent }) => parent ?? grid);
    const code = (category: Row<'category'>): string =>
      element('Code', { guid: upper(category.id), name: category.name, isCodable: 'true', color: colorIn(category.color) }, [
        words('Description', descriptionOf(category, this.#options.language)),
        ...this.notes.refs('category', category.id),
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

  /** Names are unique over both kinds; a type that some value does not fit is written as text. */
  #readVariables(): Variable[] {
    const taken = new Set<string>();
    const rows = this.#all<{ id: string; scope: 'case' | 'source'; name: string; type: AttributeType }>(
      "SELECT id, scope, name, type FROM attribute WHERE scope <> 'participant' ORDER BY position, rowid",
    );
    const badly = new Set(
      this.#all<{ id: string; type: AttributeType; value: string }>(
        'SELECT a.id, a.type, v.value FROM attribute a JOIN attribute_value v ON v.attribute_id = a.id',
      )
        .filter(({ type, value }) => !(valueIsWhole[type]?.test(value) ?? true))
        .map(({ id }) => id),
    );
    return rows.map((row) => {
      let { name } = row;
      for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${row.name} (${n})`;
      taken.add(name.toLowerCase());
      return { ...row, name, standard: badly.has(row.id) ? 'Text' : VARIABLE_TYPES[row.type] };
    });
  }

  *#variableList(): Generator<string> {
    if (this.#variables.length === 0) return;
    const listed = this.#variables.map(({ id, name, scope, standard }) =>
      element('Variable', { guid: upper(id), name, typeOfVariable: standard }, [words('Description', SCOPE_WORDS[scope])]),
    );
    yield element('Variables', {}, listed);
  }

  #valuesOf(targetId: string): string[] {
    return (this.#values.get(targetId) ?? []).flatMap(({ attributeId, value }) => {
      const variable = this.#variables.find(({ id }) => id === attributeId);
      if (!variable) return [];
      const written = variable.standard === 'Boolean' ? String(value === 'yes') : value;
      const kind = `${variable.standard}Value`;
      // an empty word is a value that is not there
      return [element('VariableValue', {}, [element('VariableRef', { targetGUID: upper(variable.id) }), words(kind, written)])];
    });
  }

  *#cases(): Generator<string> {
    const cases = this.#all<{ id: string; name: string }>('SELECT id, name FROM study_case ORDER BY position, rowid');
    if (cases.length === 0) return;
    const sources = Map.groupBy(
      this.#all<{ caseId: string; sourceId: string }>('SELECT case_id AS caseId, source_id AS sourceId FROM source_case ORDER BY rowid'),
      ({ caseId }) => caseId,
    );
    yield '<Cases>\n';
    for (const { id, name } of cases)
      yield element('Case', { guid: upper(id), name }, [
        ...this.#valuesOf(id),
        ...(sources.get(id) ?? []).map(({ sourceId }) => element('SourceRef', { targetGUID: upper(sourceId) })),
      ]);
    yield '</Cases>\n';
  }

  *#sources(): Generator<string> {
    const sources = this.#all<SourceRow>(
      'SELECT id, name, imported_at AS importedAt, original_sha256 AS originalSha256, original_name AS originalName FROM source ORDER BY position, rowid',
    );
    if (sources.length === 0) return;
    const keeps = this.#project.sqlite.prepare('SELECT 1 FROM original WHERE sha256 = ?');
    yield '<Sources>\n';
    for (const source of sources) {
      const rich = isWord(source) && keeps.get(source.originalSha256) !== undefined;
      const isPaged = isPdf(source) && keeps.get(source.originalSha256) !== undefined;
      const made = madeBy(this.#firstCoder, source.importedAt);
      const paths = { richTextPath: rich ? `internal://${richName(source.id)}` : null, plainTextPath: `internal://${textName(source.id)}` };
      const about = { guid: upper(source.id), name: source.name };
      // what is coded of a page file is the text taken from it
      if (isPaged) {
        yield `${opening('PDFSource', { ...about, path: `internal://${pdfName(source.id)}`, ...made })}\n`;
        yield `${opening('Representation', { guid: derivedGuid('representation', source.id), name: source.name, ...paths, ...made })}\n`;
      } else yield `${opening('TextSource', { ...about, ...paths, ...made })}\n`;
      yield* this.#selections(source.id);
      if (isPaged) yield '</Representation>\n';
      yield* this.notes.refs('source', source.id);
      yield* this.#valuesOf(source.id);
      yield* this.#valuesOfOnlyCase(source.id);
      yield isPaged ? '</PDFSource>\n' : '</TextSource>\n';
    }
    yield '</Sources>\n';
  }

  /** Some programs show values of sources only: where a case is one source, they stand there too. */
  #valuesOfOnlyCase(sourceId: string): string[] {
    const cases = this.#all<{ caseId: string; count: number }>(
      `SELECT c.case_id AS caseId, (SELECT count(*) FROM source_case WHERE case_id = c.case_id) AS count FROM source_case c WHERE c.source_id = ?`,
      sourceId,
    );
    const [only] = cases;
    return cases.length === 1 && only?.count === 1 ? this.#valuesOf(only.caseId) : [];
  }

  *#selections(sourceId: string): Generator<string> {
    const written = this.#options.textOf(sourceId);
    const codings = Map.groupBy(
      this.#all<CodingRow & { passageId: string }>(
        `SELECT k.id, k.passage_id AS passageId, k.category_id AS categoryId, k.coder_id AS coderId, k.created_at AS createdAt
         FROM coding k JOIN passage p ON p.id = k.passage_id WHERE p.source_id = ? ORDER BY k.rowid`,
        sourceId,
      ),
      ({ passageId }) => passageId,
    );
    for (const passage of this.#passages(sourceId)) {
      const start = written.place(passage.start);
      const end = written.place(passage.end);
      const byCoder = Map.groupBy(codings.get(passage.id) ?? [], ({ coderId }) => coderId);
      if (byCoder.size === 0) byCoder.set(this.#firstCoder, []);
      let isFirst = true;
      for (const [coderId, own] of byCoder) {
        yield this.#selection(passage, written, { start, end, coderId, isFirst }, own);
        isFirst = false;
      }
    }
  }

  /** In the order of the text; those whose words were corrected away have no place in it. */
  #passages(sourceId: string): PassageRow[] {
    const turns = this.#all<{ id: string; length: number }>(
      'SELECT id, length_utf16 AS length FROM turn WHERE source_id = ? ORDER BY position',
      sourceId,
    );
    const starts = new Map<string, number>();
    let at = 0;
    for (const { id, length } of turns) {
      starts.set(id, at);
      at += length;
    }
    const passages = this.#all<Row<'passage'>>(
      `SELECT id, paraphrase, start_turn_id AS startTurnId, start_utf16 AS startUtf16, end_turn_id AS endTurnId, end_utf16 AS endUtf16 FROM passage
       WHERE source_id = ? AND lost_quote IS NULL ORDER BY rowid`,
      sourceId,
    );
    return passages
      .map(({ id, paraphrase, startTurnId, startUtf16, endTurnId, endUtf16 }) => ({
        id,
        paraphrase,
        start: (starts.get(startTurnId) ?? 0) + startUtf16,
        end: (starts.get(endTurnId) ?? 0) + endUtf16,
      }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  #selection(
    passage: PassageRow,
    written: WrittenSourceText,
    { start, end, coderId, isFirst }: { start: number; end: number; coderId: string; isFirst: boolean },
    codings: readonly CodingRow[],
  ): string {
    const { unit } = this.#options;
    const at = codings[0]?.createdAt;
    const attributes = {
      guid: isFirst ? upper(passage.id) : derivedGuid('selection', passage.id, coderId),
      name: quoteName(written.text.slice(start, end)),
      startPosition: written.counted(start, unit),
      endPosition: written.counted(end, unit),
      creatingUser: upper(coderId),
      creationDateTime: dateTime(at),
    };
    const codingsOf = codings.map((coding) =>
      element('Coding', { guid: upper(coding.id), creatingUser: upper(coderId), creationDateTime: dateTime(coding.createdAt) }, [
        element('CodeRef', { targetGUID: upper(coding.categoryId) }),
        ...this.notes.refs('coding', coding.id),
      ]),
    );
    return element('PlainTextSelection', attributes, [
      words('Description', isFirst ? (passage.paraphrase ?? '') : ''),
      ...codingsOf,
      ...(isFirst ? this.notes.refs('passage', passage.id) : []),
    ]);
  }

  *#noteList(): Generator<string> {
    if (this.notes.memos.length === 0) return;
    yield '<Notes>\n';
    for (const { id, title, coderId, createdAt, updatedAt } of this.notes.memos)
      yield element('Note', {
        guid: upper(id),
        name: title,
        plainTextPath: `internal://${textName(id)}`,
        ...madeBy(coderId, createdAt, { by: coderId, at: updatedAt }),
      });
    yield '</Notes>\n';
  }

  *#links(): Generator<string> {
    const written = [...this.#caseLinks(), ...this.#memoLinks(), ...this.#typedLinks()];
    if (written.length > 0) yield element('Links', {}, written);
  }

  #caseLinks(): string[] {
    return this.notes
      .linked()
      .map(({ id, targetId }) =>
        element('Link', { guid: derivedGuid('about', id), direction: 'OneWay', originGUID: upper(id), targetGUID: upper(targetId) }),
      );
  }

  #memoLinks(): string[] {
    const links = this.#all<Pick<Row<'memo_link'>, 'id' | 'memoId' | 'targetId'>>(
      `SELECT id, memo_id AS memoId, target_id AS targetId FROM memo_link l WHERE target_kind IN ('source', 'category', 'case', 'memo')
         OR target_kind = 'passage' AND EXISTS (SELECT 1 FROM passage WHERE id = l.target_id AND lost_quote IS NULL) ORDER BY rowid`,
    );
    return links.map(({ id, memoId, targetId }) =>
      element('Link', { guid: upper(id), name: 'memo', direction: 'OneWay', originGUID: upper(memoId), targetGUID: upper(targetId) }),
    );
  }

  #typedLinks(): string[] {
    const links = this.#all<{ id: string; name: string; color: string; isDirected: number; from: string; to: string }>(
      `SELECT l.id, t.name, t.color, t.is_directed AS isDirected, coalesce(l.from_category_id, l.from_passage_id, l.from_memo_id) AS "from",
         coalesce(l.to_category_id, l.to_passage_id, l.to_memo_id) AS "to" FROM link l JOIN link_type t ON t.id = l.link_type_id
       WHERE NOT EXISTS (SELECT 1 FROM passage p WHERE p.lost_quote IS NOT NULL AND p.id IN (l.from_passage_id, l.to_passage_id)) ORDER BY l.rowid`,
    );
    return links.map(({ id, name, color, isDirected, from, to }) => {
      const direction = isDirected === 1 ? 'OneWay' : 'Associative';
      return element('Link', { guid: upper(id), name, direction, color: colorIn(color), originGUID: upper(from), targetGUID: upper(to) });
    });
  }

  /** Groups of cases: their sources together. */
  *#sets(): Generator<string> {
    const groups = this.#all<{ id: string; name: string }>('SELECT id, name FROM case_group ORDER BY position, rowid');
    if (groups.length === 0) return;
    const members = groups.map(({ id, name }) => {
      const sources = this.#all<{ sourceId: string }>(
        `SELECT DISTINCT s.source_id AS sourceId FROM case_group_member m JOIN source_case s ON s.case_id = m.case_id WHERE m.group_id = ? ORDER BY s.rowid`,
        id,
      );
      return element(
        'Set',
        { guid: upper(id), name },
        sources.map(({ sourceId }) => element('MemberSource', { targetGUID: upper(sourceId) })),
      );
    });
    yield element('Sets', {}, members);
  }
}

export function isWord({ originalName }: Pick<SourceRow, 'originalName'>): boolean {
  return /\.docx$/i.test(originalName);
}

export function isPdf({ originalName }: Pick<SourceRow, 'originalName'>): boolean {
  return /\.pdf$/i.test(originalName);
}

/** Files in the package bear derived names: the text of a source is not the source. */
export const textName = (id: string): string => `${derivedGuid('text', id)}.txt`;
export const richName = (id: string): string => `${derivedGuid('rich', id)}.docx`;
export const pdfName = (id: string): string => `${derivedGuid('pages', id)}.pdf`;
