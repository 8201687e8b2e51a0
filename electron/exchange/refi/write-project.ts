// A project as the standard's XML, piece by piece, in the order that the schema wants.
import type { Project } from '../../storage/open-project.ts';
import { dateTime, madeBy, upper } from './project-notes.ts';
import { textName } from './source-files.ts';
import { StudyRows } from './study-rows.ts';
import type { WritingOptions } from './study-rows.ts';
import { CasePieces } from './write-cases.ts';
import { codePieces } from './write-codes.ts';
import { graphPieces, linkPieces, setPieces } from './write-relations.ts';
import { SourcePieces } from './write-sources.ts';
import { type XmlAttributes, element, opening, words } from './xml-writing.ts';

export const ORIGIN = 'Trame';
const NAMESPACE = 'urn:QDA-XML:project:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd';

export class ProjectXml {
  readonly #study: StudyRows;

  constructor(project: Project, options: WritingOptions) {
    this.#study = new StudyRows(project, options);
  }

  get memos(): StudyRows['notes']['memos'] {
    return this.#study.notes.memos;
  }

  *pieces(): Generator<string> {
    const study = this.#study;
    const cases = new CasePieces(study);
    yield* head(study);
    yield* codePieces(study);
    yield* cases.variables();
    yield* cases.cases();
    yield* new SourcePieces(study, cases).pieces();
    yield* notePieces(study);
    yield* linkPieces(study);
    yield* setPieces(study);
    yield* graphPieces(study);
    const [about] = study.all<{ question: string }>('SELECT question FROM project');
    yield words('Description', about?.question ?? '');
    yield* study.notes.refs('project', '');
    yield '</Project>\n';
  }
}

function* head(study: StudyRows): Generator<string> {
  const [about] = study.all<{ title: string; createdAt: string }>('SELECT title, created_at AS createdAt FROM project');
  const coders = study.all<{ id: string; name: string; initials: string }>('SELECT id, name, initials FROM coder ORDER BY rowid');
  const attributes: XmlAttributes = {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
    name: about?.title ?? '',
    origin: `${ORIGIN} ${study.options.version}${study.options.unit === 'utf16' ? ' (UTF-16)' : ''}`,
    creatingUserGUID: upper(study.firstCoder),
    creationDateTime: dateTime(about?.createdAt),
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${opening('Project', attributes)}\n`;
  yield element(
    'Users',
    {},
    coders.map(({ id, name, initials }) => element('User', { guid: upper(id), name, id: initials })),
  );
}

function* notePieces({ notes }: StudyRows): Generator<string> {
  if (notes.memos.length === 0) return;
  yield '<Notes>\n';
  for (const { id, title, coderId, createdAt, updatedAt } of notes.memos)
    yield element('Note', {
      guid: upper(id),
      name: title,
      plainTextPath: `internal://${textName(id)}`,
      ...madeBy(coderId, createdAt, { by: coderId, at: updatedAt }),
    });
  yield '</Notes>\n';
}
