// The codebook as it is printed: every category with its rule, an example with its place, and how often it is applied.
import type { Session } from '../commands/run-command.ts';
import { lineage } from '../../shared/domain/category.ts';
import type { Category, Grid } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { typeset } from '../../shared/domain/typography.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import { readCodebook } from '../queries/codebook.ts';
import { countCategories } from '../queries/codebook-counts.ts';
import type { CategoryCount } from '../queries/codebook-counts.ts';
import { exampleWords } from '../queries/example-passages.ts';
import { readProject } from '../queries/project.ts';
import { printable } from './print-matrix.ts';
import type { PrintedCategory, PrintedCodebook } from './printed-codebook.ts';

type Project = Session['project'];

export const CODEBOOK_FORMATS = ['docx', 'xlsx', 'html'] as const;
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number];

export interface CodebookRequest {
  /** Null for all. */
  readonly gridIds: readonly GridId[] | null;
  readonly byCase: boolean;
  /** Null for the usual one in the project's language. */
  readonly title: string | null;
}

interface Setting {
  readonly project: Project;
  readonly language: Language;
  readonly cases: readonly string[];
  readonly counts: ReadonlyMap<string, CategoryCount>;
}

function printCategory(category: Category, grid: Grid, byId: ReadonlyMap<string, Category>, setting: Setting): PrintedCategory {
  const { language, counts, cases } = setting;
  const words = codebookFileText[language];
  const printed = (text: string): string => typeset(printable(text.trim()), language);
  const count = counts.get(category.id);
  const linked = category.examplePassageId === null ? null : exampleWords(setting.project, category.examplePassageId);
  const facts = [
    words.origins[category.origin],
    ...(category.stage === null ? [] : [words.stages[category.stage]]),
    ...(category.status === null ? [] : [words.statuses[category.status]]),
  ];
  return {
    path: lineage(byId, category.id).map(({ name }) => printed(name)),
    color: category.color,
    definition: printed(category.definition),
    inclusion: printed(category.inclusion),
    exclusion: printed(category.exclusion),
    example: linked ? (language === 'fr' ? `«\u00a0${printed(linked.words)}\u00a0»` : `“${printed(linked.words)}”`) : printed(category.example),
    reference: linked ? `(${printed(linked.ref)})` : null,
    facts,
    alsoUnder: category.alsoUnder.flatMap((id) => (byId.get(id) ? [printed(byId.get(id)?.name ?? '')] : [])),
    hasChildren: grid.categories.some(({ parentId }) => parentId === category.id),
    sources: count?.sources ?? 0,
    codings: count?.codings ?? 0,
    byCase: cases.map((name) => count?.byCase.get(name) ?? 0),
  };
}

/** Refuses (`grid.unknown`) a grid that is not there. */
export function buildCodebook(project: Project, request: CodebookRequest): PrintedCodebook {
  const { language } = readProject(project);
  const words = codebookFileText[language];
  const codebook = readCodebook(project);
  const grids = request.gridIds === null ? codebook : request.gridIds.map((id) => codebook.find((grid) => grid.id === id));
  const { cases, counts } = countCategories(project, codebook);
  const setting = { project, language, cases: request.byCase ? cases : [], counts };
  const printed = (text: string): string => typeset(printable(text.trim()), language);
  return {
    title: printed(request.title ?? words.codebook),
    language,
    cases: setting.cases.map(printed),
    grids: grids.map((grid) => {
      if (!grid) throw new Refusal('grid.unknown', { id: '' });
      const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
      const tops = grid.categories.filter(({ parentId }) => parentId === null);
      return {
        title: printed(grid.title),
        source: printed(grid.source),
        description: printed(grid.description),
        codings: tops.reduce((sum, { id }) => sum + (counts.get(id)?.codings ?? 0), 0),
        categories: grid.categories.map((category) => printCategory(category, grid, byId, setting)),
      };
    }),
    note: words.note(request.byCase),
    source: words.sourceLine,
  };
}

export async function printCodebook(project: Project, format: CodebookFormat, request: CodebookRequest): Promise<Uint8Array | string> {
  const codebook = buildCodebook(project, request);
  // the libraries behind are large, and a web page needs none of them
  if (format === 'docx') return (await import('./codebook-docx.ts')).codebookToDocx(codebook);
  if (format === 'xlsx') return (await import('./codebook-xlsx.ts')).codebookToXlsx(codebook);
  return (await import('./codebook-html.ts')).codebookToHtml(codebook);
}
