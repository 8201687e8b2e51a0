// The parts of one source that belong to cases (a focus group, a visit of two sites): seen at a glance, given and taken away.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Case } from '../../shared/domain/corpus.ts';
import type { CaseId, TurnId } from '../../shared/domain/ids.ts';
import type { OpenedSource } from '../../shared/domain/source.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { Button } from '../ui/button.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { AssignPart } from './assign-part.tsx';
import { partPlace } from './corpus-model.ts';
import type { SourceRow } from './corpus-model.ts';
import './parts-panel.css';
import { SourceStrip } from './source-strip.tsx';
import { casesOfSpeakers, partBands, proposedParts, speakerBands, turnNumberIn, turnsAt } from './strip-bands.ts';
import type { Band, Stretch } from './strip-bands.ts';

interface PartsPanelProps {
  corpus: Corpus;
  source: SourceRow;
  isReadOnly: boolean;
}

export function PartsPanel({ corpus, source, isReadOnly }: PartsPanelProps) {
  const text = useText(corpusLinksText);
  const { data: opened } = useQuery('source.open', { sourceId: source.id });
  return (
    <div className="parts">
      <h2 className="parts-title">{text.partsOf(source.name)}</h2>
      {opened ? <Picture corpus={corpus} source={source} opened={opened} isReadOnly={isReadOnly} /> : null}
    </div>
  );
}

/** What is typed for both ends; a stretch once both are turns. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

function Picture({ corpus, source, opened, isReadOnly }: PartsPanelProps & { opened: OpenedSource }) {
  const text = useText(corpusLinksText);
  const run = useRun();
  const [ends, setEnds] = useState<Ends>({ from: '', to: '' });
  // once a part is given, the next one can be typed: the button that gave it has just lost its use, and with it the focus
  const [given, setGiven] = useState(0);
  const next = () => {
    setEnds({ from: '', to: '' });
    setGiven(given + 1);
  };
  const { turns } = opened;
  const present = partBands(source.parts, turns);
  const speaking = speakerBands(turns, casesOfSpeakers(opened.speakers, corpus.participants));
  const chosen = stretchOf(ends);
  const stretch = chosen && turnsAt(turns, chosen);
  const assign = ({ first, last }: { first: TurnId; last: TurnId }, caseId: CaseId) =>
    void run('source.assignPart', { firstTurnId: first, lastTurnId: last, caseId });
  return (
    <>
      <SourceStrip
        cases={corpus.cases}
        count={source.turns}
        parts={present}
        speaking={speaking}
        chosen={stretch ? chosen : null}
        onChoose={isReadOnly ? () => undefined : ({ from, to }) => setEnds({ from: String(from), to: String(to) })}
      />
      <PartList cases={corpus.cases} source={source} isReadOnly={isReadOnly} />
      {isReadOnly ? null : (
        <>
          <Proposals
            cases={corpus.cases}
            proposed={proposedParts(speaking, present)}
            onAssign={(band) => {
              const found = turnsAt(turns, band);
              if (found) assign(found, band.caseId);
            }}
          />
          <div className="parts-form">
            <TextField
              key={given}
              label={text.from}
              autoFocus={given > 0}
              value={ends.from}
              onChange={(from) => setEnds({ ...ends, from })}
              className="parts-number"
              inputMode="numeric"
            />
            <TextField label={text.to} value={ends.to} onChange={(to) => setEnds({ ...ends, to })} className="parts-number" inputMode="numeric" />
            <AssignPart cases={corpus.cases} stretch={stretch} onDone={next} />
          </div>
          <p className="parts-hint" role="status">
            {ends.from !== '' && ends.to !== '' && !stretch ? text.noSuchTurn(source.turns) : text.stripHint}
          </p>
        </>
      )}
    </>
  );
}

function stretchOf({ from, to }: Ends): Stretch | null {
  const [a, b] = [turnNumberIn(from), turnNumberIn(to)];
  return a === null || b === null ? null : { from: Math.min(a, b), to: Math.max(a, b) };
}

/** The parts, case by case in the study's order. */
function PartList({ cases, source, isReadOnly }: { cases: readonly Case[]; source: SourceRow; isReadOnly: boolean }) {
  const text = useText(corpusLinksText);
  const run = useRun();
  if (source.parts.length === 0) return <p className="parts-none">{text.noParts}</p>;
  return (
    <ul className="parts-list">
      {cases
        .map((owner) => ({ owner, parts: source.parts.filter(({ caseId }) => caseId === owner.id) }))
        .filter(({ parts }) => parts.length > 0)
        .map(({ owner, parts }) => (
          <li key={owner.id}>
            <CaseChip name={owner.name} position={owner.position} />
            <span className="parts-places">
              {parts.map((part) => (
                <span key={part.id} className="parts-place">
                  {partPlace(part)}
                  {isReadOnly ? null : (
                    <IconButton
                      icon={X}
                      size="small"
                      label={text.removePart(partPlace(part), owner.name)}
                      onPress={() => void run('source.removePart', { partId: part.id })}
                    />
                  )}
                </span>
              ))}
            </span>
          </li>
        ))}
    </ul>
  );
}

interface ProposalsProps {
  cases: readonly Case[];
  proposed: readonly (Band & { readonly caseId: CaseId })[];
  onAssign: (band: Band & { readonly caseId: CaseId }) => void;
}

const MOST_PROPOSED = 12;

function Proposals({ cases, proposed, onAssign }: ProposalsProps) {
  const text = useText(corpusLinksText);
  if (proposed.length === 0) return null;
  return (
    <section>
      <h3 className="parts-subtitle">{text.proposed}</h3>
      <div className="parts-proposed">
        {proposed.slice(0, MOST_PROPOSED).map((band) => {
          const owner = cases.find(({ id }) => id === band.caseId);
          const place = partPlace({ firstNumber: band.from, lastNumber: band.to });
          return owner ? (
            <Button key={`${band.from} ${band.to}`} size="small" aria-label={text.assignProposed(place, owner.name)} onPress={() => onAssign(band)}>
              {place}
              <CaseChip name={owner.name} position={owner.position} />
            </Button>
          ) : null;
        })}
      </div>
    </section>
  );
}
