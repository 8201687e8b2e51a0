// Memos that begin with headings and questions: the sheet filled in after a contact, the monograph of a case.
import type { SourceId } from './ids.ts';
import { writtenTextOf, headingOf, paragraphOf, runOf, BOLD, ITALIC } from './written-text.ts';
import type { BlockNode, InlineNode, WrittenText } from './written-text.ts';
import type { MemoTarget } from './memo.ts';
import type { TextLink } from './text-link.ts';

export const MEMO_TEMPLATES = ['contact-summary', 'case-monograph'] as const;
export type MemoTemplateId = (typeof MEMO_TEMPLATES)[number];

/** What each template is about. */
export const TEMPLATE_TARGETS: Readonly<Record<MemoTemplateId, MemoTarget>> = { 'contact-summary': 'source', 'case-monograph': 'case' };

/** A template's words in one language. */
export interface MemoTemplateWords {
  readonly name: string;
  readonly title: (subject: string) => string;
  /** What the project knows already stands under this heading. */
  readonly facts: string;
  readonly sections: readonly { readonly heading: string; readonly questions: readonly string[] }[];
}

/** A value of a fact: words, or a thing of the project by its name, which becomes a link. */
export type FactValue = string | (TextLink & { readonly label: string; readonly sourceId?: SourceId });

export interface Fact {
  readonly name: string;
  readonly values: readonly FactValue[];
}

function inlineOf(value: FactValue): InlineNode {
  return typeof value === 'string' ? runOf(value) : { type: 'memo-link', version: 1, kind: value.kind, id: value.id, label: value.label };
}

function factLine({ name, values }: Fact, colon: string): BlockNode {
  return paragraphOf([runOf(`${name}${colon}`, BOLD), ...values.flatMap((value, at) => [...(at > 0 ? [runOf(', ')] : []), inlineOf(value)])]);
}

/** The template as a memo to go on from: facts without a value are left out, questions stand in italics above room to answer. */
export function fillTemplate(words: MemoTemplateWords, facts: readonly Fact[], colon: string): WrittenText {
  const known = facts.filter(({ values }) => values.length > 0);
  return writtenTextOf([
    ...(known.length > 0 ? [headingOf('h1', words.facts), ...known.map((fact) => factLine(fact, colon))] : []),
    ...words.sections.flatMap(({ heading, questions }) => [
      headingOf('h1', heading),
      ...questions.flatMap((question) => [paragraphOf([runOf(question, ITALIC)]), paragraphOf([])]),
    ]),
  ]);
}
