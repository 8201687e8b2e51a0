// Coded transcripts for an annex: the words turn by turn, what is coded between numbered brackets, its categories in the margin.
import type { Category } from '../../../shared/domain/category.ts';
import type { Coder } from '../../../shared/domain/corpus.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { passageAddress, passageBookmark } from '../../../shared/domain/passage-link.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import type { SourceCoding, SourceSummary, Speaker } from '../../../shared/domain/source.ts';
import { spacedAlike } from '../../../shared/domain/typography.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { printTranscriptText } from '../../../shared/i18n/print-transcript.ts';
import { SEMICOLON } from '../../../shared/i18n/text.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listCoders, listSources, readStudyParts } from '../../queries/corpus.ts';
import { readProject } from '../../queries/project.ts';
import { readCodings, readSpeakers, readTurns } from '../../queries/sources.ts';
import { codedTurns, stretchesOf } from './coded-stretches.ts';
import type { CodedRun, CodedStretch, CodedTurn } from './coded-stretches.ts';
import { heading, paragraph, plainColumns, textInlines } from './formats/document-words.ts';
import { categoryNames } from './guide-table.ts';
import { printable } from './formats/printable-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { CellBlock, Inline, PrintedBlock, PrintedDocument, PrintedSection, TableRow } from './formats/printed-document.ts';

type Project = Session['project'];

/** Shares of the page: the turn and who speaks, the words, the margin. */
const SHARES = [0.13, 0.54, 0.33] as const;

/** A source with what of it is printed. */
interface Coded {
  readonly source: SourceSummary;
  readonly speakers: readonly Speaker[];
  readonly turns: readonly CodedTurn[];
  readonly stretches: readonly CodedStretch[];
}

interface Margin {
  readonly setting: PrintSetting;
  readonly projectId: string | null;
  readonly categories: ReadonlyMap<string, Category>;
  /** As the reader calls them. */
  readonly names: ReadonlyMap<CategoryId, string>;
  readonly coders: ReadonlyMap<string, Coder>;
  readonly severalCoders: boolean;
}

/** What is left out of a grid or of a coder's work is left out of the page. */
function codedSources(project: Project, { sourceIds, coderIds, gridIds }: PieceOf<'transcript'>, categories: Margin['categories']): Coded[] {
  const all = listSources(project);
  for (const id of sourceIds ?? []) if (!all.some((source) => source.id === id)) throw new Refusal('source.unknown', { source: id });
  const isPrinted = ({ categoryId, coderId }: SourceCoding): boolean => {
    const category = categories.get(categoryId);
    return category !== undefined && (gridIds === null || gridIds.includes(category.gridId)) && (coderIds === null || coderIds.includes(coderId));
  };
  return all
    .filter(({ id }) => sourceIds === null || sourceIds.includes(id))
    .map((source) => {
      const turns = readTurns(project, source.id);
      const stretches = stretchesOf(turns, readCodings(project, source.id).filter(isPrinted));
      return { source, speakers: readSpeakers(project, source.id), turns: codedTurns(turns, stretches), stretches };
    });
}

/** `[12`, under the names of its passages. */
function opening({ number, codings }: CodedStretch, projectId: string | null): Inline {
  const ids = [...new Set(codings.map(({ passageId }) => passageId))];
  const words: Inline = { kind: 'text', text: `[${number}`, bold: true, role: 'reference' };
  const linked: Inline =
    projectId === null || ids[0] === undefined ? words : { kind: 'link', to: passageAddress(projectId, ids[0]), inlines: [words] };
  return ids.reduce<Inline>((inner, id) => ({ kind: 'bookmark', id: passageBookmark(id), inlines: [inner] }), linked);
}

const BESIDE = '\u202f';

function runInlines(
  { text, opens, closes, isCoded, bold, italic }: CodedRun,
  stretches: readonly CodedStretch[],
  { setting, projectId }: Margin,
): Inline[] {
  const format = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(isCoded ? { underline: true } : {}) };
  const opened = opens.flatMap((number) => {
    const stretch = stretches[number - 1];
    return stretch ? [opening(stretch, projectId), ...textInlines(BESIDE)] : [];
  });
  const closed = closes.flatMap((number) => [...textInlines(BESIDE), ...textInlines(`${number}]`, { bold: true, role: 'reference' })]);
  return [...opened, ...textInlines(spacedAlike(printable(text), setting.language), format), ...closed];
}

function codingFacts({ coderId, stance, weight }: SourceCoding, { coders, severalCoders, setting }: Margin): string {
  const words = printTranscriptText[setting.language];
  const facts = [...(stance === null ? [] : [words.stances[stance]]), ...(weight === null ? [] : [words.weight(weight)])].join(', ');
  if (!severalCoders) return facts;
  const initials = coders.get(coderId)?.initials ?? '?';
  return facts === '' ? initials : words.coder(initials, facts);
}

function marginBlocks(stretch: CodedStretch, margin: Margin): CellBlock[] {
  const byCategory = [...Map.groupBy(stretch.codings, ({ categoryId }) => categoryId)];
  return byCategory.flatMap(([categoryId, codings], at) => {
    const category = margin.categories.get(categoryId);
    if (!category) return [];
    const facts = codings.map((coding) => codingFacts(coding, margin)).filter((fact) => fact !== '');
    return [
      paragraph('category', [
        ...(at === 0 ? textInlines(`${stretch.number}\u00a0\u00a0`, { bold: true }) : []),
        { kind: 'swatch', color: category.color },
        ...textInlines(margin.setting.words(margin.names.get(category.id) ?? category.name)),
        ...(facts.length > 0 ? textInlines(` (${margin.setting.words(facts.join(SEMICOLON[margin.setting.language]))})`, { role: 'reference' }) : []),
      ]),
    ];
  });
}

/** How people are called: their labels, the attribute's value, or a number each where nobody is to be known. */
function speakerNames({ source, speakers }: Coded, setting: PrintSetting): ReadonlyMap<string, string> {
  const words = printTranscriptText[setting.language];
  const known = speakers.map((speaker) => ({ ...speaker, said: setting.speaker(source.id, speaker.label) }));
  const unnamed = known.filter(({ said, isInterviewer }) => said === null && !isInterviewer);
  return new Map(
    known.map(({ id, said, isInterviewer }) => {
      if (said !== null) return [id, setting.words(said)];
      const number = unnamed.findIndex((each) => each.id === id) + 1;
      return [id, isInterviewer ? words.interviewer : words.speaker(unnamed.length > 1 ? number : null)];
    }),
  );
}

function turnRow({ turn, runs, begins, continues }: CodedTurn, coded: Coded, names: ReadonlyMap<string, string>, margin: Margin): TableRow {
  const words = printTranscriptText[margin.setting.language];
  const name = turn.speakerId === null ? undefined : names.get(turn.speakerId);
  const beside = begins.flatMap((number) => {
    const stretch = coded.stretches[number - 1];
    return stretch ? marginBlocks(stretch, margin) : [];
  });
  return {
    band: null,
    label: [paragraph('rowHeader', `§${turn.number}`), ...(name === undefined ? [] : [paragraph('cell', name)])],
    cells: [
      [
        paragraph(
          'cell',
          runs.flatMap((run) => runInlines(run, coded.stretches, margin)),
        ),
      ],
      [...(continues.length > 0 ? [paragraph('counts', words.continued(continues))] : []), ...beside],
    ],
    isShaded: coded.speakers.some(({ id, isInterviewer }) => id === turn.speakerId && isInterviewer),
  };
}

function sourceBlocks(coded: Coded, caseNames: ReadonlyMap<string, string>, margin: Margin): PrintedBlock[] {
  const { source, stretches, turns } = coded;
  const { setting } = margin;
  const words = printTranscriptText[setting.language];
  const names = speakerNames(coded, setting);
  const by = [...new Set(stretches.flatMap(({ codings }) => codings.map(({ coderId }) => coderId)))].flatMap(
    (id) => margin.coders.get(id)?.name ?? [],
  );
  const facts = [
    source.caseIds.flatMap((id) => caseNames.get(id) ?? []).join(', '),
    source.date === null ? '' : formatDate(setting.language, source.date),
    words.facts(source.words, stretches.length),
    by.length > 0 ? words.coders(by) : '',
  ].filter((fact) => fact !== '');
  return [
    heading(1, setting.sourceName(source.name)),
    paragraph('note', setting.words(facts.join(' · ')), { keepsWithNext: true }),
    {
      kind: 'table',
      title: null,
      lead: [],
      rowAxis: words.turn,
      columnAxis: null,
      columns: plainColumns([words.words, words.margin]),
      rows: turns.map((turn) => turnRow(turn, coded, names, margin)),
      note: null,
      source: null,
      widths: SHARES,
      fits: { upright: 2, across: 2 },
    },
  ];
}

/** Each source begins a page. Refuses (`source.unknown`) one that is not there. */
export function transcriptDocument(project: Project, piece: PieceOf<'transcript'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printTranscriptText[style.language];
  const categories = new Map<string, Category>(readCodebook(project).flatMap((grid) => grid.categories.map((category) => [category.id, category])));
  const sources = codedSources(project, piece, categories);
  const coders = new Map(listCoders(project).map((coder) => [coder.id as string, coder]));
  const atWork = new Set(sources.flatMap(({ stretches }) => stretches.flatMap(({ codings }) => codings.map(({ coderId }) => coderId))));
  const projectId = style.links ? readProject(project).id : null;
  const margin: Margin = { setting, projectId, categories, names: categoryNames(project), coders, severalCoders: atWork.size > 1 };
  const caseNames = new Map<string, string>(readStudyParts(project).cases.map(({ id, name }) => [id, name]));
  const key = words.key(margin.severalCoders);
  const initials = margin.severalCoders
    ? [...atWork].flatMap((id) => coders.get(id) ?? []).map(({ initials: short, name }) => words.coder(short, name))
    : [];
  const sections = sources.map((coded): PrintedSection => ({ page: 'upright', blocks: sourceBlocks(coded, caseNames, margin) }));
  return {
    title: words.title(sources.length),
    author: style.author,
    language: style.language,
    note: setting.words([key, ...(initials.length > 0 ? [`${initials.join(SEMICOLON[style.language])}.`] : [])].join(' ')),
    sections: sections.length > 0 ? sections : [{ page: 'upright', blocks: [paragraph('note', words.nothing)] }],
  };
}
