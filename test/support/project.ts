// A study to test on, told in the field's words: a real project file in a folder of its own, closed and removed after the test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { addGrid, createCategory, createGrid } from '../../electron/commands/codebook.ts';
import { applyCategories } from '../../electron/commands/codings.ts';
import { applyAttributes, createCase, createCoder } from '../../electron/commands/corpus.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import type { Range } from '../../electron/commands/codings.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import { shippedGridFile } from '../../electron/exchange/shipped-grids.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { caseByName, coderByName, coderIds, readCorpusFrame, sourceByName } from '../../electron/queries/corpus.ts';
import { readOutline, readText } from '../../electron/queries/sources.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { statement } from '../../electron/storage/statements.ts';
import { categoryAt } from '../../shared/domain/category-path.ts';
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import type { CaseId, CategoryId, CoderId, GridId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { anchorAt, turnStarts } from '../../shared/domain/text-offset.ts';
import { incoming, snapshot } from './content.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';

const leftovers: (() => void)[] = [];
afterAll(() => {
  for (const clean of leftovers.splice(0).reverse()) clean();
});

/** Runs after the test or, for what a hook made, after the file. */
function whenDone(clean: () => void): void {
  try {
    onTestFinished(clean);
  } catch {
    leftovers.push(clean);
  }
}

/** A folder of the test's own, removed when it is done. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trame-é '));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The log's rows, oldest first. */
export function logOf(project: Project): Record<string, unknown>[] {
  return project.sqlite.prepare<[], Record<string, unknown>>('SELECT * FROM change_log ORDER BY number').all();
}

/** How many rows that is. */
export function countEntries(project: Project): number {
  return statement<[], number>(project.sqlite, 'SELECT count(*) FROM change_log').pluck().get() ?? 0;
}

/** A coder's initials in the tests are their name: « AB ». */
export class TestProject {
  readonly path: string;
  #project: Project;
  #coderId: CoderId;

  /** `make` lays the file at the path it is given. */
  constructor(make: (path: string) => void) {
    this.path = join(aFolder(), 'étude de cas.trame');
    make(this.path);
    this.#project = openProject(this.path, { origin: ORIGIN });
    const [first] = coderIds(this.#project);
    if (!first) throw new Error('no coder');
    this.#coderId = first;
    whenDone(() => closeProject(this.#project));
  }

  get project(): Project {
    return this.#project;
  }

  /** The project's first coder at work. */
  get session(): Session {
    return { project: this.#project, coderId: this.#coderId };
  }

  /** Another coder at work, made when new. */
  as(name: string): Session {
    return { project: this.#project, coderId: coderByName(this.#project, name) ?? createCoder(this.session, { name }) };
  }

  /** As after closing the program and starting it again. */
  reopen(): this {
    closeProject(this.#project);
    this.#project = openProject(this.path, { origin: ORIGIN });
    return this;
  }

  withCase(name: string, attributes: Record<string, string> = {}): this {
    const targetId = createCase(this.session, { name });
    if (Object.keys(attributes).length > 0) applyAttributes(this.session, 'case', [{ targetId, values: attributes }]);
    return this;
  }

  withSource(name: string, text: string, { case: caseName }: { case?: string } = {}): this {
    importSources(this.session, [incoming(name, text)], { caseId: caseName === undefined ? null : this.case(caseName), kind: 'interview' });
    return this;
  }

  withGrid(key: string): this {
    addGrid(this.session, shippedGridFile(key), 'fr', null);
    return this;
  }

  /** A grid of the project's own: `{ Coordination: ['feuille de route'], Régulation: [] }`. */
  withOwnGrid(title: string, tree: Record<string, readonly string[]>): this {
    const gridId = createGrid(this.session, { title });
    for (const [top, children] of Object.entries(tree)) {
      const parentId = createCategory(this.session, { gridId, parentId: null, name: top, origin: 'a-priori' });
      for (const name of children) createCategory(this.session, { gridId, parentId, name, origin: 'a-priori' });
    }
    return this;
  }

  withAttribute(scope: AttributeScope, target: string, name: string, value: string): this {
    applyAttributes(this.session, scope, [{ targetId: this.#target(scope, target), values: { [name]: value } }]);
    return this;
  }

  #target(scope: AttributeScope, name: string): string {
    if (scope === 'case') return this.case(name);
    return scope === 'source' ? this.source(name) : this.participant(name);
  }

  /** Applies one or several categories to the one place where these words stand. */
  codedBy(coder: string, categories: string | readonly string[], quote: string): this {
    this.coding(coder, categories, quote);
    return this;
  }

  /** As `codedBy`, answering with the passage. */
  coding(coder: string, categories: string | readonly string[], quote: string): PassageId {
    const categoryIds = [categories].flat().map((path) => this.category(path));
    return applyCategories(this.as(coder), { ...this.range(quote), categoryIds }).passageId;
  }

  category(path: string): CategoryId {
    return categoryAt(readCodebook(this.#project), path).category.id;
  }

  grid(key: string): GridId {
    return found(readCodebook(this.#project).find((grid) => grid.key === key)?.id, key);
  }

  source(name: string): SourceId {
    return sourceByName(this.#project, name);
  }

  case(name: string): CaseId {
    return found(caseByName(this.#project, name), name);
  }

  participant(name: string): string {
    return found(readCorpusFrame(this.#project).participants.find((person) => person.name === name)?.id, name);
  }

  coder(name: string): CoderId {
    return found(coderByName(this.#project, name), name);
  }

  /** The one place in the corpus where these words stand. */
  range(quote: string): Range {
    const places = this.#project.sqlite
      .prepare<[], { id: SourceId }>('SELECT id FROM source ORDER BY position')
      .all()
      .flatMap(({ id }) => {
        const text = readText(this.#project, id);
        return text.split(quote).length - 1 === 0 ? [] : [{ id, text, times: text.split(quote).length - 1 }];
      });
    const [place, other] = places;
    if (!place || other || place.times > 1) throw new Error(`« ${quote} » does not stand in exactly one place`);
    return this.rangeAt(place.id, place.text.indexOf(quote), place.text.indexOf(quote) + quote.length);
  }

  /** Whole-document UTF-16 offsets. */
  rangeAt(sourceId: SourceId, start: number, end: number): Range {
    const turns = readOutline(this.#project, sourceId);
    const starts = turnStarts(turns);
    return { sourceId, start: anchorAt(turns, starts, start, 'start'), end: anchorAt(turns, starts, end, 'end') };
  }

  snapshot(): Record<string, unknown[]> {
    return snapshot(this.#project);
  }

  log(): Record<string, unknown>[] {
    return logOf(this.#project);
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`« ${name} » is not in the project`);
  return value;
}

/** An empty study with one coder, Anne Berger. */
export function aProject(language: Language = 'fr'): TestProject {
  const card = { title: 'Deux pôles', question: 'Comment coopèrent-ils ?', language, coderName: 'Anne Berger' };
  return new TestProject((path) => createProject(path, card, ORIGIN));
}
