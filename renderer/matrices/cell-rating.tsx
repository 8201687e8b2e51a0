// The rating of the open cell: the steps of a scale with the rule of each, by mouse, by arrows, by the keys 1 to 9.
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { RatingScale, RatingStep } from '../../shared/domain/cell.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { isTypingIn } from './cell-place.ts';
import type { OpenCell } from './cell-place.ts';
import { CellScales } from './cell-scales.tsx';
import { useKeysIn } from './use-keys-in.ts';
import { sessionMemory } from '../ui/project-memory.ts';

/** More steps than keys are chosen from a list. */
const MOST_SEGMENTS = 9;

interface CellRatingProps extends OpenCell {
  /** Hears the keys. */
  panel: RefObject<HTMLElement | null>;
}

export function CellRating({ place, card, isReadOnly, panel }: CellRatingProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const { data: scales } = useQuery('scale.list', {});
  const [remembered, remember] = useRememberedScale();
  const [isManaging, setManaging] = useState(false);
  const scale = scales?.find(({ id }) => id === (card.rating?.scaleId ?? remembered)) ?? scales?.[0];
  const rate = (step: RatingStep | null) => {
    if (isReadOnly || !scale) return;
    void run('cell.rate', { entityKeys: [...place.entityKeys], rating: step && { scaleId: scale.id, value: step.value } });
  };
  useRatingKeys(panel, scale, rate);
  if (!scales) return null;
  const value = card.rating?.scaleId === scale?.id ? (card.rating?.value ?? null) : null;
  return (
    <section className="cell-part">
      <SectionTitle
        end={
          scale ? (
            <>
              {scales.length > 1 ? (
                <Select
                  label={words.scale}
                  hidesLabel
                  isQuiet
                  options={scales.map(({ id, name }) => ({ id, label: name }))}
                  value={scale.id}
                  onChange={(id) => {
                    remember(id);
                    if (card.rating && card.rating.scaleId !== id) void run('cell.rate', { entityKeys: [...place.entityKeys], rating: null });
                  }}
                />
              ) : null}
              <IconButton icon={SlidersHorizontal} size="small" label={words.manageScales} onPress={() => setManaging(true)} />
            </>
          ) : undefined
        }
      >
        {words.rating}
      </SectionTitle>
      {scale ? (
        <Steps scale={scale} value={value} isReadOnly={isReadOnly} onRate={rate} />
      ) : (
        <div className="cell-scale-none">
          <p className="quiet">{words.noScale}</p>
          <Button size="small" isDisabled={isReadOnly} onPress={() => setManaging(true)}>
            {words.makeScale}
          </Button>
        </div>
      )}
      <CellScales isOpen={isManaging} scales={scales} onMade={remember} onClose={() => setManaging(false)} />
    </section>
  );
}

interface StepsProps {
  scale: RatingScale;
  value: number | null;
  isReadOnly: boolean;
  onRate: (step: RatingStep | null) => void;
}

function Steps({ scale: { name, steps }, value, isReadOnly, onRate }: StepsProps) {
  const words = useText(matrixCellsText);
  /** The step that the pointer or the focus is on. */
  const [looked, setLooked] = useState<number | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const chosen = (key: unknown): RatingStep | null => steps.find((step) => String(step.value) === key) ?? null;
  const shown = steps.find((step) => step.value === (looked ?? value));
  const hasRules = steps.some(({ rule }) => rule !== '');
  return (
    <>
      {steps.length > MOST_SEGMENTS ? (
        <Select
          label={words.ratingLabel(name)}
          hidesLabel
          placeholder={words.noRating}
          isDisabled={isReadOnly}
          options={steps.map((step) => ({ id: String(step.value), label: step.rule === '' ? step.label : `${step.label} : ${step.rule}` }))}
          value={value === null ? null : String(value)}
          onChange={(key) => onRate(chosen(key))}
        />
      ) : (
        <ToggleButtonGroup
          aria-label={words.ratingLabel(name)}
          className="segmented segmented-small cell-steps"
          selectionMode="single"
          selectedKeys={value === null ? [] : [String(value)]}
          onSelectionChange={(keys) => onRate(chosen([...keys][0]))}
          isDisabled={isReadOnly}
        >
          {steps.map((step) => (
            <ToggleButton
              key={step.value}
              id={String(step.value)}
              className="segmented-option cell-step"
              aria-label={step.rule === '' ? step.label : `${step.label} : ${step.rule}`}
              onHoverChange={(isOn) => setLooked(isOn ? step.value : null)}
              onFocusChange={(isOn) => setLooked(isOn ? step.value : null)}
            >
              {step.label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {hasRules && !showsAll ? <p className="cell-rule">{shown ? shown.rule || words.noRule : words.noRating}</p> : null}
      {showsAll ? (
        <dl className="cell-rules">
          {steps.map((step) => (
            <div key={step.value} data-chosen={step.value === value || undefined}>
              <dt>{step.label}</dt>
              <dd>{step.rule || words.noRule}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="cell-rating-foot">
        <span className="quiet">{steps.length > MOST_SEGMENTS ? '' : words.ratingKeys(steps.length)}</span>
        {hasRules ? (
          <Button size="small" variant="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {words.allRules}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** The scale that cells not rated yet are offered. */
function useRememberedScale(): [string | null, (scaleId: string) => void] {
  const { project } = useProject();
  const key = `trame.scale.${project?.id ?? ''}`;
  const [scaleId, setScaleId] = useState(() => sessionMemory().getItem(key));
  const remember = (next: string) => {
    sessionMemory().setItem(key, next);
    setScaleId(next);
  };
  return [scaleId, remember];
}

/** 1 is the first step, 0 takes the rating away; where letters are written they are figures. */
function useRatingKeys(panel: RefObject<HTMLElement | null>, scale: RatingScale | undefined, rate: (step: RatingStep | null) => void): void {
  useKeysIn(panel, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/u.test(event.key) || isTypingIn(event.target)) return;
    const step = scale?.steps[Number(event.key) - 1];
    if (!step && event.key !== '0') return;
    event.preventDefault();
    rate(step ?? null);
  });
}
