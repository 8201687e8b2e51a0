// The codebook as it is printed: every category with its rule, an example with its place, and how often it is applied.
import type { Session } from '../../commands/run-command.ts';
import { lineage } from '../../../shared/domain/category.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { GridId, PassageId } from '../../../shared/domain/ids.ts';
import type { PrintStyle } from '../../../shared/domain/print.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { typeset } from '../../../shared/domain/typography.ts';
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { countCategories } from '../../queries/codebook-counts.ts';
import type { CategoryCount } from '../../queries/codebook-counts.ts';
import { exampleWords } from '../../queries/example-passages.ts';
import { readProject } from '../../queries/project.ts';
import { readReferred } from '../../queries/referred-passages.ts';
import type { ReferredPassage } from '../../queries/referred-passages.ts';
import { PrintSetting } from './print-setting.ts';
import { printable } from './formats/printable-words.ts';
import type { PrintedCategory, PrintedCodebook } from './printed-codebook.ts';

type Project = Session['project'];

export interface CodebookRequest {
  /** Null for all. */
  readonly gridIds: readonly GridId[] | null;
  readonly byCase: boolean;
  /** Null for the usual one. */
  readonly title: string | null;
  readonly withExamples: boolean;
  readonly withCounts: boolean;
}

interface Setting {
  readonly project: Project;
  readonly printing: PrintSetting;
  readonly language: Language;
  readonly referred: ReadonlyMap<PassageId, ReferredPassage>;
  readonly cases: readonly string[];
  readonly counts: ReadonlyMap<string, CategoryCount>;
}

function printCategory(category: Category, grid: Grid, byId: ReadonlyMap<string, Category>, setting: Setting): PrintedCategory {
  const { language, counts, cases, printing, referred } = setting;
  const words = codebookFileText[language];
  const printed = (text: string): string => typeset(printable(text.trim()), language);
  const count = counts.get(category.id);
  const linked = category.examplePassageId === null ? null : exampleWords(setting.project, category.examplePassageId);
  const place = category.examplePassageId === null ? undefined : referred.get(category.examplePassageId);
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
    reference: place ? printing.referenceWords(place) : null,
    passageId: category.examplePassageId,
    facts,
    alsoUnder: category.alsoUnder.flatMap((id) => (byId.get(id) ? [printed(byId.get(id)?.name ?? '')] : [])),
    hasChildren: grid.categories.some(({ parentId }) => parentId === category.id),
    sources: count?.sources ?? 0,
    codings: count?.codings ?? 0,
    byCase: cases.map((name) => count?.byCase.get(name) ?? 0),
  };
}

/** Refuses (`grid.unknown`) a grid that is not there. */
export function buildCodebook(project: Project, request: CodebookRequest, style: PrintStyle): PrintedCodebook {
  const { language, author, links } = style;
  const printing = new PrintSetting(project, style);
  const words = codebookFileText[language];
  const codebook = readCodebook(project);
  const grids = request.gridIds === null ? codebook : request.gridIds.map((id) => codebook.find((grid) => grid.id === id));
  const { cases, counts } = countCategories(project, codebook);
  const examples = codebook.flatMap((grid) => grid.categories.flatMap(({ examplePassageId }) => examplePassageId ?? []));
  const referred = readReferred(project, examples);
  const setting = { project, printing, language, referred, cases: request.byCase ? cases : [], counts };
  const printed = (text: string): string => typeset(printable(text.trim()), language);
  return {
    title: printed(request.title ?? words.codebook),
    language,
    author,
    projectId: links ? readProject(project).id : null,
    withExamples: request.withExamples,
    withCounts: request.withCounts,
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
    source: printing.sourceLine(),
  };
}
