// What a memo can be on, as a sign before the words.
import { Compass, FileText, Grid3x3, Highlighter, Layers, ListTree, Quote, User } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MemoTarget } from '../../shared/domain/memo.ts';

export const TARGET_ICONS: Readonly<Record<MemoTarget, LucideIcon>> = {
  project: Compass,
  source: FileText,
  passage: Quote,
  coding: Highlighter,
  category: ListTree,
  case: Layers,
  participant: User,
  matrix: Grid3x3,
};
