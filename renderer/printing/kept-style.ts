// How the last printing of a project was set, kept in this window: the next one begins so.
import { printStyle } from '../../shared/domain/print.ts';
import type { PrintStyle } from '../../shared/domain/print.ts';
import type { Language } from '../../shared/domain/project.ts';
import { lastingMemory } from '../ui/project-memory.ts';

const keptUnder = (projectId: string): string => `trame.printing.${projectId}`;

/** Read back with suspicion: an older window may have written it. */
export function styleIn(text: string | null, language: Language): PrintStyle {
  const first: PrintStyle = { language, author: null, sourceLine: null, reference: { who: 'label' }, links: true };
  if (text === null) return first;
  try {
    const style = printStyle.safeParse(JSON.parse(text));
    return style.success ? style.data : first;
  } catch {
    return first;
  }
}

export function keptStyle(projectId: string, language: Language): PrintStyle {
  return styleIn(lastingMemory().getItem(keptUnder(projectId)), language);
}

export function keepStyle(projectId: string, style: PrintStyle): void {
  lastingMemory().setItem(keptUnder(projectId), JSON.stringify(style));
}
