// What a memo can be on, or a text point to, as a sign before the words.
import { CircleHelp, Compass, FileText, Grid2x2, Grid3x3, Highlighter, Layers, ListTree, NotebookPen, Quote, User } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { LinkKind } from '../../shared/domain/text-link.ts';

export const TARGET_ICONS: Readonly<Record<MemoTarget, LucideIcon>> = {
  project: Compass,
  source: FileText,
  passage: Quote,
  coding: Highlighter,
  category: ListTree,
  case: Layers,
  participant: User,
  matrix: Grid3x3,
  cell: Grid2x2,
  question: CircleHelp,
};

export const LINK_ICONS: Readonly<Record<LinkKind, LucideIcon>> = { ...TARGET_ICONS, memo: NotebookPen };
