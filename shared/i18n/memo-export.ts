// Words around memos that leave Trame as a file.
import type { MemoKind, MemoTarget } from '../domain/memo.ts';
import { MEMO_KIND_WORDS, MEMO_TARGET_WORDS } from './memo-words.ts';
import type { Texts } from './text.ts';

const fr = {
  title: (project: string) => `${project} – mémos`,
  by: (kind: MemoKind, who: string, when: string) => `${MEMO_KIND_WORDS.fr[kind]} · ${who} · ${when}`,
  on: (target: MemoTarget, label: string) => (target === 'project' ? `Sur\u00a0: tout le projet` : `Sur\u00a0: ${label}`),
  onTarget: (target: MemoTarget) => MEMO_TARGET_WORDS.fr[target],
  none: 'Aucun mémo.',
  picture: (alt: string) => `[image${alt === '' ? '' : `\u00a0: ${alt}`}]`,
};

const en: typeof fr = {
  title: (project) => `${project} – memos`,
  by: (kind, who, when) => `${MEMO_KIND_WORDS.en[kind]} · ${who} · ${when}`,
  on: (target, label) => (target === 'project' ? 'On: the whole project' : `On: ${label}`),
  onTarget: (target) => MEMO_TARGET_WORDS.en[target],
  none: 'No memo.',
  picture: (alt) => `[picture${alt === '' ? '' : `: ${alt}`}]`,
};

export const memoExportText: Texts<typeof fr> = { fr, en };
