// trame list | text
import { Argument } from 'commander';
import type { Command } from 'commander';
import { fullPath } from '../../shared/domain/category-path.ts';
import type { Session } from '../commands/run-command.ts';
import { listAssignments } from '../queries/assignments.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listCoders, listSources, readCorpusFrame, sourceByName } from '../queries/corpus.ts';
import { listMatrices } from '../queries/saved-matrices.ts';
import { listMemos } from '../queries/memos.ts';
import { listCodings } from '../queries/passages.ts';
import { readText } from '../queries/sources.ts';
import { addImportCommand } from './import-command.ts';
import { withProject } from './session.ts';
import { print, printJson, printTable } from './terminal.ts';

const LISTS = [
  'sources',
  'cases',
  'participants',
  'grids',
  'categories',
  'codings',
  'memos',
  'matrices',
  'coders',
  'attributes',
  'groups',
  'parts',
  'speakers',
  'assignments',
] as const;
type ListName = (typeof LISTS)[number];
type Listed = Readonly<Record<string, unknown>>;

function attributesOf(project: Session['project'], scope: 'case' | 'source' | 'participant'): (id: string) => Record<string, string> {
  const { attributes, values } = readCorpusFrame(project);
  const names = new Map(attributes.filter((attribute) => attribute.scope === scope).map((attribute) => [attribute.id as string, attribute.name]));
  return (id) =>
    Object.fromEntries(
      values.filter((value) => value.targetId === id && names.has(value.attributeId)).map((value) => [names.get(value.attributeId), value.value]),
    );
}

function gridItems(project: Session['project']): Record<string, unknown>[] {
  return readCodebook(project).map(({ key, categories, id: _id, ...grid }) => ({
    id: key,
    name: grid.title,
    ...grid,
    categories: categories.length,
  }));
}

/** A line per coder of each. */
function assignmentItems(project: Session['project']): Record<string, unknown>[] {
  return listAssignments(project).flatMap(({ title, coders, sources, grids, ...assignment }) =>
    coders.map(({ name, ...progress }) => ({
      ...assignment,
      ...progress,
      name: title,
      coder: name,
      sources: sources.map((source) => source.name),
      grids: grids.map((grid) => grid.title),
    })),
  );
}

function listItems(project: Session['project'], what: ListName): readonly Listed[] {
  const frame = readCorpusFrame(project);
  const caseNames = new Map(frame.cases.map((item) => [item.id as string, item.name]));
  const sourceNames = (): Map<string, string> => new Map(listSources(project).map((source) => [source.id, source.name]));
  switch (what) {
    case 'sources': {
      const attributes = attributesOf(project, 'source');
      return listSources(project).map(({ caseIds, ...source }) => ({
        ...source,
        cases: caseIds.map((id) => caseNames.get(id)),
        attributes: attributes(source.id),
      }));
    }
    case 'cases': {
      const attributes = attributesOf(project, 'case');
      return frame.cases.map((item) => ({
        ...item,
        groups: frame.groups.filter(({ caseIds }) => caseIds.includes(item.id)).map(({ name }) => name),
        attributes: attributes(item.id),
      }));
    }
    case 'participants': {
      const attributes = attributesOf(project, 'participant');
      const sources = sourceNames();
      return frame.participants.map(({ caseId, sourceIds, ...person }) => ({
        ...person,
        case: caseId === null ? null : caseNames.get(caseId),
        sources: sourceIds.map((id) => sources.get(id)),
        attributes: attributes(person.id),
      }));
    }
    case 'grids':
      return gridItems(project);
    case 'categories':
      return readCodebook(project).flatMap((grid) =>
        grid.categories.map(({ gridId: _gridId, ...category }) => ({ ...category, grid: grid.key, path: fullPath(grid, category as never) })),
      );
    case 'codings':
      return listCodings(project).map((coding) => ({ ...coding }));
    case 'memos':
      return listMemos(project, null, null).map((memo) => ({ ...memo, name: memo.title }));
    case 'matrices':
      return listMatrices(project).map((matrix) => ({ ...matrix }));
    case 'coders':
      return listCoders(project).map((coder) => ({ ...coder }));
    case 'attributes':
      return frame.attributes.map((attribute) => ({ ...attribute }));
    case 'groups':
      return frame.groups.map(({ caseIds, ...group }) => ({ ...group, cases: caseIds.map((id) => caseNames.get(id)) }));
    case 'parts': {
      const sources = sourceNames();
      return frame.parts.map(({ sourceId, caseId, ...part }) => ({ ...part, name: caseNames.get(caseId), source: sources.get(sourceId) }));
    }
    case 'assignments':
      return assignmentItems(project);
    case 'speakers': {
      const people = new Map(frame.participants.map(({ id, name }) => [id as string, name]));
      const sources = sourceNames();
      return frame.speakers.map(({ sourceId, participantId, ...speaker }) => ({
        ...speaker,
        name: speaker.label,
        source: sources.get(sourceId),
        participant: people.get(participantId),
      }));
    }
  }
}

const TABLE_COLUMNS: Readonly<Record<ListName, readonly string[]>> = {
  sources: ['name', 'kind', 'date', 'words', 'turns', 'codings'],
  cases: ['name'],
  participants: ['name', 'case', 'isInterviewer'],
  grids: ['id', 'title', 'categories'],
  categories: ['path', 'codings'],
  codings: ['source', 'start', 'end', 'category', 'coder', 'quote'],
  memos: ['targetKind', 'targetLabel', 'title', 'text'],
  matrices: ['name', 'updatedAt'],
  coders: ['name', 'initials', 'codings'],
  attributes: ['scope', 'name', 'type'],
  groups: ['name', 'cases'],
  parts: ['source', 'firstNumber', 'lastNumber', 'name'],
  speakers: ['source', 'label', 'participant', 'turns'],
  assignments: ['name', 'coder', 'due', 'sources', 'grids', 'turns', 'seenTurns', 'codedTurns', 'doneAt'],
};

async function list(file: string, what: ListName, options: { json?: boolean }): Promise<void> {
  const items = await withProject(file, undefined, ({ project }) => listItems(project, what));
  if (options.json) return printJson(items);
  const columns = TABLE_COLUMNS[what];
  return printTable([columns, ...items.map((item) => columns.map((column) => String(item[column] ?? '')))]);
}

export function addCorpusCommands(trame: Command): void {
  addImportCommand(trame);
  trame
    .command('list <file>')
    .description('list what a project holds')
    .addArgument(new Argument('<what>', 'which list').choices([...LISTS]))
    .option('--json', 'print JSON')
    .action(list);
  trame
    .command('text <file> <source>')
    .description('print the text of a source, exactly')
    .action(async (file: string, source: string) =>
      print(await withProject(file, undefined, ({ project }) => readText(project, sourceByName(project, source)))),
    );
}
