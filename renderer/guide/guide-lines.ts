// A guide while it is edited: one line per theme or question, as in an outline, and the guide that these lines make.
import type { GuideOutline } from '../../shared/domain/guide-outline.ts';
import type { Guide, GuideDraft } from '../../shared/domain/guide.ts';
import type { CategoryId, GuideQuestionId, GuideThemeId } from '../../shared/domain/ids.ts';

export interface GuideLine {
  /** The theme's or the question's own, given when the line is made. */
  readonly id: string;
  readonly kind: 'theme' | 'question';
  readonly text: string;
  /** Empty for a theme. */
  readonly categoryIds: readonly CategoryId[];
}

export interface GuideText {
  readonly title: string;
  /** Of the theme without a name that holds the questions before the first theme. */
  readonly leadId: string;
  readonly lines: readonly GuideLine[];
}

export function textOf(guide: Guide, newId: () => string): GuideText {
  const [first] = guide.themes;
  const leads = first?.name === '';
  const lines = guide.themes.flatMap((theme, at): GuideLine[] => {
    const questions = theme.questions.map(({ id, text, categoryIds }) => ({ id, kind: 'question' as const, text, categoryIds }));
    return leads && at === 0 ? questions : [{ id: theme.id, kind: 'theme', text: theme.name, categoryIds: [] }, ...questions];
  });
  return { title: guide.title, leadId: leads ? first.id : newId(), lines };
}

/**
 * The guide that the lines make. A question that is being emptied keeps the words it is stored with, and a title too: what was said of
 * the question must not go before its line does. New lines without words are not in the guide yet.
 */
export function draftOf({ title, leadId, lines }: GuideText, stored: Guide): GuideDraft {
  const storedText = new Map<string, string>(stored.themes.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const)));
  const themes: GuideDraft['themes'] = [];
  for (const { id, kind, text, categoryIds } of lines) {
    const words = text.trim();
    if (kind === 'theme') themes.push({ id: id as GuideThemeId, name: words, questions: [] });
    else {
      const kept = words === '' ? (storedText.get(id) ?? '') : words;
      if (kept === '') continue;
      if (themes.length === 0) themes.push({ id: leadId as GuideThemeId, name: '', questions: [] });
      themes.at(-1)?.questions.push({ id: id as GuideQuestionId, text: kept, categoryIds: [...categoryIds] });
    }
  }
  return { title: title.trim() || stored.title, themes: themes.filter(({ name, questions }) => name !== '' || questions.length > 0) };
}

/** Says the same for two drafts that would be stored alike: the order of a question's categories is the codebook's. */
export function printOf(draft: GuideDraft): string {
  return JSON.stringify(draft, (key, value: unknown) => (key === 'categoryIds' ? (value as string[]).toSorted() : value));
}

export function printOfGuide(guide: Guide): string {
  return printOf({
    title: guide.title,
    themes: guide.themes.map(({ id, name, questions }) => ({
      id,
      name,
      questions: questions.map((question) => ({ id: question.id, text: question.text, categoryIds: [...question.categoryIds] })),
    })),
  });
}

type Lines = readonly GuideLine[];

export function blankQuestion(id: string): GuideLine {
  return { id, kind: 'question', text: '', categoryIds: [] };
}

export function withQuestionAfter(lines: Lines, at: number, id: string): GuideLine[] {
  return lines.toSpliced(at + 1, 0, blankQuestion(id));
}

/** A question becomes a theme or the other way round. What it is now has nothing to do with what it was: it gets another identity. */
export function withKind(lines: Lines, at: number, kind: GuideLine['kind'], id: string): GuideLine[] {
  return lines.map((line, index) => (index === at && line.kind !== kind ? { id, kind, text: line.text, categoryIds: [] } : line));
}

export function withText(lines: Lines, id: string, text: string): GuideLine[] {
  return lines.map((line) => (line.id === id ? { ...line, text } : line));
}

export function withCategories(lines: Lines, id: string, categoryIds: readonly CategoryId[]): GuideLine[] {
  return lines.map((line) => (line.id === id ? { ...line, categoryIds } : line));
}

export function without(lines: Lines, at: number): GuideLine[] {
  return lines.toSpliced(at, 1);
}

function endOfTheme(lines: Lines, at: number): number {
  const next = lines.findIndex((line, index) => index > at && line.kind === 'theme');
  return next < 0 ? lines.length : next;
}

/** A question changes places with the line beside it; a theme, with all its questions, with the theme beside it. */
export function moved(lines: Lines, at: number, by: 1 | -1): readonly GuideLine[] {
  const line = lines[at];
  if (!line) return lines;
  if (line.kind === 'question') {
    const other = lines[at + by];
    return other ? lines.with(at, other).with(at + by, line) : lines;
  }
  const end = endOfTheme(lines, at);
  if (by === 1) {
    if (end >= lines.length) return lines;
    const after = endOfTheme(lines, end);
    return [...lines.slice(0, at), ...lines.slice(end, after), ...lines.slice(at, end), ...lines.slice(after)];
  }
  const before = lines.findLastIndex((each, index) => index < at && each.kind === 'theme');
  return before < 0 ? lines : [...lines.slice(0, before), ...lines.slice(at, end), ...lines.slice(before, at), ...lines.slice(end)];
}

/** Pasted lines come after this one, or in its place while it is empty. */
export function withPasted(lines: Lines, at: number, { lines: pasted }: GuideOutline, newId: () => string): GuideLine[] {
  const added = pasted.map(({ kind, text }): GuideLine => ({ id: newId(), kind, text, categoryIds: [] }));
  const isBlank = lines[at]?.text.trim() === '';
  return lines.toSpliced(isBlank ? at : at + 1, isBlank ? 1 : 0, ...added);
}
