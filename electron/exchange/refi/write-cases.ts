// Attributes as variables, their values, and cases with what belongs to them.
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import { upper } from './project-notes.ts';
import type { StudyRows } from './study-rows.ts';
import { element, words } from './xml-writing.ts';

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

const valueIsWhole: Partial<Record<AttributeType, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, number: /^-?\d+(?:\.\d+)?$/, yesNo: /^(?:yes|no)$/ };

interface Variable {
  readonly id: string;
  readonly scope: 'case' | 'source';
  readonly name: string;
  readonly type: AttributeType;
  readonly standard: string;
}

export class CasePieces {
  readonly #study: StudyRows;
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #values: ReadonlyMap<string, readonly { attributeId: string; value: string }[]>;

  constructor(study: StudyRows) {
    this.#study = study;
    this.#variables = new Map(readVariables(study).map((variable) => [variable.id, variable]));
    const values = study.all<{ attributeId: string; targetId: string; value: string }>(
      'SELECT attribute_id AS attributeId, target_id AS targetId, value FROM attribute_value ORDER BY rowid',
    );
    this.#values = Map.groupBy(values, ({ targetId }) => targetId);
  }

  *variables(): Generator<string> {
    if (this.#variables.size === 0) return;
    const listed = [...this.#variables.values()].map(({ id, name, scope, standard }) =>
      element('Variable', { guid: upper(id), name, typeOfVariable: standard }, [words('Description', SCOPE_WORDS[scope])]),
    );
    yield element('Variables', {}, listed);
  }

  *cases(): Generator<string> {
    const cases = this.#study.all<{ id: string; name: string }>('SELECT id, name FROM study_case ORDER BY position, rowid');
    if (cases.length === 0) return;
    const belonging = (table: 'source_case' | 'case_part', named: string): Map<string, { caseId: string; named: string }[]> =>
      Map.groupBy(
        this.#study.all<{ caseId: string; named: string }>(`SELECT case_id AS caseId, ${named} AS named FROM ${table} ORDER BY rowid`),
        ({ caseId }) => caseId,
      );
    const sources = belonging('source_case', 'source_id');
    const parts = belonging('case_part', 'id');
    yield '<Cases>\n';
    for (const { id, name } of cases)
      yield element('Case', { guid: upper(id), name }, [
        ...this.valuesOf(id),
        ...(sources.get(id) ?? []).map(({ named }) => element('SourceRef', { targetGUID: upper(named) })),
        ...(parts.get(id) ?? []).map(({ named }) => element('SelectionRef', { targetGUID: upper(named) })),
      ]);
    yield '</Cases>\n';
  }

  valuesOf(targetId: string): string[] {
    return (this.#values.get(targetId) ?? []).flatMap(({ attributeId, value }) => {
      const variable = this.#variables.get(attributeId);
      if (!variable) return [];
      const written = variable.standard === 'Boolean' ? String(value === 'yes') : value;
      const kind = `${variable.standard}Value`;
      // an empty word is a value that is not there
      return [element('VariableValue', {}, [element('VariableRef', { targetGUID: upper(variable.id) }), words(kind, written)])];
    });
  }

  /** Some programs show values of sources only: where a case is one source, they stand there too. */
  valuesOfOnlyCase(sourceId: string): string[] {
    const cases = this.#study.all<{ caseId: string; count: number }>(
      `SELECT c.case_id AS caseId, (SELECT count(*) FROM source_case WHERE case_id = c.case_id) AS count FROM source_case c WHERE c.source_id = ?`,
      sourceId,
    );
    const [only] = cases;
    return cases.length === 1 && only?.count === 1 ? this.valuesOf(only.caseId) : [];
  }
}

/** Names are unique over both kinds; a type that some value does not fit is written as text. */
function readVariables(study: StudyRows): Variable[] {
  const taken = new Set<string>();
  const rows = study.all<{ id: string; scope: 'case' | 'source'; name: string; type: AttributeType }>(
    "SELECT id, scope, name, type FROM attribute WHERE scope <> 'participant' ORDER BY position, rowid",
  );
  const badly = new Set(
    study
      .all<{ id: string; type: AttributeType; value: string }>(
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
