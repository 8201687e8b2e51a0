// Grids in the exchange format of the REFI-QDA standard (a CodeBook, .qdc), which other programs for qualitative analysis read.
import type { Grid } from '../../../shared/domain/category.ts';
import { isSameName } from '../../../shared/domain/category-path.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { GridFileCategory } from '../../../shared/domain/grid-file.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { readXml } from '../reading/xml-events.ts';
import { colorIn, descriptionOf, ruleIn } from './code-words.ts';
import { levelsOf, namesPathsWithDots } from './dotted-names.ts';
import { element, words } from './xml-writing.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

function codesUnder(grid: Grid, parentId: string | null, language: Language): string[] {
  return grid.categories
    .filter((category) => category.parentId === parentId)
    .map((category) =>
      element('Code', { guid: category.id.toUpperCase(), name: category.name, isCodable: 'true', color: category.color }, [
        words('Description', descriptionOf(category, language)),
        ...codesUnder(grid, category.id, language),
      ]),
    );
}

/** A grid without a category is refused: the standard has no empty code book. */
export function gridToQdc(grid: Grid, language: Language): string {
  if (grid.categories.length === 0) throw new Refusal('grid.empty', { grid: grid.title });
  const root = {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
    origin: 'Trame',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('CodeBook', root, [element('Codes', {}, codesUnder(grid, null, language))])}`;
}

/** Other programs allow two codes of one name side by side: the later ones get a number. */
function withOwnNames(items: readonly GridFileCategory[]): GridFileCategory[] {
  const taken: string[] = [];
  return items.map((item) => {
    const wanted = String(item.name);
    let name = wanted;
    for (let n = 2; taken.some((other) => isSameName(other, name)); n += 1) name = `${wanted} (${n})`;
    taken.push(name);
    return { ...item, name, ...(item.children ? { children: withOwnNames(item.children) } : {}) };
  });
}

interface OpenCode {
  readonly attributes: Readonly<Record<string, string>>;
  description: string;
  readonly children: GridFileCategory[];
}

function categoryOf({ attributes, description, children }: OpenCode): GridFileCategory {
  const color = colorIn(attributes['color']);
  const name = (attributes['name'] ?? '').trim();
  return { name, ...ruleIn(description.trim()), ...(color ? { color } : {}), ...(children.length > 0 ? { children } : {}) };
}

/** What stands side by side under names with dots, as a tree. */
function treeByDots(items: readonly GridFileCategory[]): GridFileCategory[] {
  const byPath = new Map<string, { children?: GridFileCategory[] | undefined }>();
  const tops: GridFileCategory[] = [];
  for (const { item, path, name, above } of levelsOf(items, (each) => String(each.name))) {
    const category: GridFileCategory = { ...item, name };
    if (!byPath.has(path)) byPath.set(path, category);
    const parent = above === null ? undefined : byPath.get(above);
    if (parent) (parent.children ??= []).push(category);
    else tops.push(category);
  }
  return tops;
}

/** The codes of a file as categories; what else it holds (sets) is left. Refuses what is no code book. */
export function categoriesFromQdc(bytes: Uint8Array): GridFileCategory[] {
  const open: OpenCode[] = [];
  const tops: GridFileCategory[] = [];
  const within: string[] = [];
  let origin = '';
  try {
    readXml(bytes, {
      open: (name, attributes) => {
        within.push(name);
        if (within.length === 1) origin = attributes['origin'] ?? '';
        if (name === 'Code') open.push({ attributes, description: '', children: [] });
      },
      close: (name) => {
        within.pop();
        const code = name === 'Code' ? open.pop() : undefined;
        if (code) (open.at(-1)?.children ?? tops).push(categoryOf(code));
      },
      text: (value) => {
        const code = open.at(-1);
        if (code && within.at(-1) === 'Description') code.description += value;
      },
    });
  } catch (cause) {
    throw Object.assign(new Refusal('grid.invalidFile', { message: 'XML' }), { cause });
  }
  if (tops.length === 0) throw new Refusal('grid.invalidFile', { message: 'CodeBook' });
  const isFlat = tops.every(({ children }) => children === undefined);
  return withOwnNames(isFlat && namesPathsWithDots(origin) ? treeByDots(tops) : tops);
}
