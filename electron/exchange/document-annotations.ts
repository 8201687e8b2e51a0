// Comments and highlights of a file as codings and memos of the source that it has become.
import type { CodingPlan, ResolvedCoding } from '../commands/codings.ts';
import type { Session } from '../commands/run-command.ts';
import { isCategoryName, numberedHues } from '../../shared/domain/document-annotation.ts';
import type {
  AnnotationChoice,
  AnnotationOffer,
  CommentWords,
  DocumentAnnotations,
  DocumentComment,
  TakenAnnotations,
} from '../../shared/domain/document-annotation.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { anchorAt, turnStarts } from '../../shared/domain/text-offset.ts';
import { annotationsText } from '../../shared/i18n/annotations.ts';
import { readProject } from '../queries/project.ts';
import { readOutline } from '../queries/sources.ts';
import { PlannedThings } from './planned-things.ts';

const SAMPLE = 5;
const SHOWN_UNITS = 200;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > SHOWN_UNITS ? `${line.slice(0, SHOWN_UNITS).toWellFormed()}…` : line;
}

/** What the window is told of a file's comments and highlights; null where there are none. */
export function offerOf(text: string, annotations: DocumentAnnotations | null): AnnotationOffer | null {
  if (!annotations) return null;
  const { comments, highlights, unplaced } = annotations;
  if (comments.length + highlights.length + unplaced.length === 0) return null;
  return {
    comments: comments.length,
    shortComments: comments.filter((comment) => isCategoryName(comment.text)).length,
    unplaced: unplaced.length,
    onParagraph: comments.filter(({ isOnParagraph }) => isOnParagraph).length,
    authors: [...new Set(comments.flatMap(({ author }) => (author === '' ? [] : [author])))],
    sample: comments
      .slice(0, SAMPLE)
      .map(({ start, end, author, ...comment }) => ({ quote: shortened(text.slice(start, end)), text: shortened(comment.text), author })),
    colors: [...Map.groupBy(highlights, ({ color }) => color)].map(([color, [first, ...others]]) => ({
      color,
      count: 1 + others.length,
      quote: first ? shortened(text.slice(first.start, first.end)) : '',
    })),
  };
}

/** A source just written, and what is to become of what its file had. */
export interface Annotated {
  readonly sourceId: SourceId;
  readonly annotations: DocumentAnnotations;
  readonly choice: AnnotationChoice;
}

function repliesOf({ replies }: DocumentComment, language: Language): string[] {
  const text = annotationsText[language];
  return replies.filter((reply) => reply.text !== '').map((reply: CommentWords) => text.reply(reply.author, reply.text));
}

type Placed = (stretch: { readonly start: number; readonly end: number }) => Pick<ResolvedCoding, 'sourceId' | 'start' | 'end'>;

function placeIn(session: Session, sourceId: SourceId): Placed {
  const turns = readOutline(session.project, sourceId);
  const starts = turnStarts(turns);
  return ({ start, end }) => ({ sourceId, start: anchorAt(turns, starts, start, 'start'), end: anchorAt(turns, starts, end, 'end') });
}

function rowOfComment(
  things: PlannedThings,
  comment: DocumentComment,
  use: 'category' | 'memo',
  language: Language,
): Omit<ResolvedCoding, 'sourceId' | 'start' | 'end'> {
  const isCategory = use === 'category' && isCategoryName(comment.text);
  const memo = [...(isCategory ? [] : [comment.text]), ...repliesOf(comment, language)].join('\n\n').trim();
  return {
    categories: isCategory ? [things.categoryNamed(comment.text, annotationsText[language].grid)] : [],
    coderId: things.coder(comment.author),
    ...(comment.at === null ? {} : { createdAt: comment.at }),
    ...(memo === '' ? {} : { memo }),
  };
}

/** Every comment and highlight that is to be kept, on its words, with what must be made for it, and what came of each source. */
export function planAnnotations(
  session: Session,
  annotated: readonly Annotated[],
): { readonly plan: CodingPlan; readonly taken: Map<SourceId, TakenAnnotations> } {
  const { language } = readProject(session.project);
  const text = annotationsText[language];
  const things = new PlannedThings(session);
  const rows: ResolvedCoding[] = [];
  const taken = new Map<SourceId, TakenAnnotations>();
  for (const { sourceId, annotations, choice } of annotated) {
    const placed = placeIn(session, sourceId);
    const own: ResolvedCoding[] = [];
    const { comments: use } = choice;
    const said = annotations.comments.filter((comment) => comment.text !== '' || comment.replies.length > 0);
    if (use !== 'leave') for (const comment of said) own.push({ ...placed(comment), ...rowOfComment(things, comment, use, language) });
    if (choice.highlights === 'category') {
      const hues = numberedHues([...new Set(annotations.highlights.map(({ color }) => color))]);
      const names = new Map(hues.map(({ color, hue, number }) => [color, choice.names?.[color] ?? text.highlighted(text.hues[hue], number)]));
      for (const highlight of annotations.highlights) {
        const category = things.categoryNamed(names.get(highlight.color) ?? highlight.color, text.grid, highlight.color);
        own.push({ ...placed(highlight), categories: [category], coderId: things.coder('') });
      }
    }
    const kept = own.filter(({ categories, memo }) => categories.length > 0 || memo !== undefined);
    for (const row of kept) rows.push(row);
    taken.set(sourceId, {
      codings: kept.filter(({ categories }) => categories.length > 0).length,
      memos: kept.filter(({ memo }) => memo !== undefined).length,
      unplaced: use === 'leave' ? [] : annotations.unplaced.map((comment) => shortened(comment.text)),
      onParagraph: use === 'leave' ? 0 : said.filter(({ isOnParagraph }) => isOnParagraph).length,
    });
  }
  return { plan: { rows, ...things.made() }, taken };
}
