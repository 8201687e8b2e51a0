// Gives a stretch of turns to a case: a choice of the case and one act. The reader uses it for a selection, the corpus for typed numbers.
import { useState } from 'react';
import type { Case } from '../../shared/domain/corpus.ts';
import type { CaseId, TurnId } from '../../shared/domain/ids.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import './assign-part.css';

interface AssignPartProps {
  cases: readonly Case[];
  /** Null while no stretch is chosen. */
  stretch: { readonly first: TurnId; readonly last: TurnId } | null;
  onDone: () => void;
}

export function AssignPart({ cases, stretch, onDone }: AssignPartProps) {
  const text = useText(corpusLinksText);
  const run = useRun();
  const [caseId, setCaseId] = useState<CaseId | null>(null);
  if (cases.length === 0) return <p className="quiet">{text.firstCases}</p>;

  const assign = async () => {
    if (!stretch || caseId === null) return;
    const partId = await run('source.assignPart', { firstTurnId: stretch.first, lastTurnId: stretch.last, caseId });
    if (partId !== undefined) onDone();
  };
  return (
    <div className="assign-part">
      <Select
        label={text.toCase}
        placeholder={text.chooseCase}
        value={caseId}
        onChange={setCaseId}
        options={cases.map(({ id, name }) => ({ id, label: name }))}
      />
      <Button variant="primary" isDisabled={!stretch || caseId === null} onPress={() => void assign()}>
        {text.assign}
      </Button>
    </div>
  );
}
