// Asks once before something is removed, in a sentence that names what goes.
import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { uiText } from '../../shared/i18n/ui.ts';
import { useSaidKeys } from '../frame/said-keys.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useText } from './language.tsx';

export interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** The button's verb: « Retirer l’entretien ». */
  readonly action: string;
  readonly isDanger?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const text = useText(uiText);
  const said = useSaidKeys();
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useRef<(yes: boolean) => void>(() => undefined);

  const ask = useCallback<Ask>(
    (next) =>
      new Promise((resolve) => {
        answer.current(false);
        answer.current = resolve;
        setQuestion(next);
      }),
    [],
  );
  const reply = (yes: boolean) => {
    answer.current(yes);
    setQuestion(null);
  };

  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      {question ? (
        <Dialog
          isOpen
          isAlert
          title={question.title}
          onClose={() => reply(false)}
          actions={
            <>
              <Button onPress={() => reply(false)}>{text.cancel}</Button>
              <Button variant={question.isDanger ? 'danger' : 'primary'} onPress={() => reply(true)} autoFocus>
                {question.action}
              </Button>
            </>
          }
        >
          {typeof question.text === 'string' ? said(question.text) : question.text}
        </Dialog>
      ) : null}
    </ConfirmContext.Provider>
  );
}

/** `if (await confirm({title, text, action, isDanger: true})) …` */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}
