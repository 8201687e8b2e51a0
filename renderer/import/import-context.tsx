// The window's import: it outlives the screen that shows it, and ends with its project.
import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { importText } from '../../shared/i18n/import.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import type { ChosenFile } from './chosen-files.ts';
import { ImportSession } from './import-session.ts';
import type { ImportState } from './import-state.ts';

/** Where the import is shown: in the corpus, whose other faces stay one press away. */
export const IMPORT_PLACE: Place = { screen: 'corpus', view: 'import' };

function failureOf(error: unknown): Failure {
  return error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: { message: String(error) } };
}

const ImportContext = createContext<ImportSession | null>(null);

export function ImportProvider({ children }: { children: ReactNode }) {
  const [session] = useState(() => new ImportSession({ call, listen: onCoreEvent, failureOf }));
  const { project } = useProject();
  const id = project?.id;
  const lastId = useRef(id);
  useEffect(() => {
    if (lastId.current !== undefined && lastId.current !== id) session.discard();
    lastId.current = id;
  }, [id, session]);
  return <ImportContext.Provider value={session}>{children}</ImportContext.Provider>;
}

export function useImportSession(): ImportSession {
  const session = useContext(ImportContext);
  if (!session) throw new Error('no ImportProvider above');
  return session;
}

/** What the import holds now; null when there is none. */
export function useImportState(): ImportState | null {
  const session = useImportSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The case that a screen shows is proposed for what is imported from there. */
export function useSuggestedCase(caseId: CaseId | null): void {
  const session = useImportSession();
  useEffect(() => {
    session.suggestCase(caseId);
    return () => session.suggestCase(null);
  }, [session, caseId]);
}

/** Takes files into the import and goes there; says why when it cannot. */
export function useAddFiles(): (files: readonly ChosenFile[]) => void {
  const session = useImportSession();
  const text = useText(importText);
  const notify = useNotify();
  const { go } = useNavigation();
  return useCallback(
    (files) => {
      if (files.length === 0) notify({ text: text.nothingInside });
      else if (session.add(files)) go(IMPORT_PLACE);
      else notify({ text: text.busy });
    },
    [session, text, notify, go],
  );
}
