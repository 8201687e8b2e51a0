// The right panel: the passage in hand with all that was said of it, or the category that is put forward.
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { OrphanList, TouchedPassages } from '../correction/correction-notes.tsx';
import { LinksOn } from '../links/links-on.tsx';
import { ReviewOn, ReviewOnWords } from '../review/review-on.tsx';
import type { ReviewOnTarget } from '../review/review-on.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useActionKeys } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { CategoryPassages } from './category-passages.tsx';
import type { Stripe } from './coded-text.ts';
import { Memos, SourceMemos } from './memos.tsx';
import { PassageCodings } from './passage-codings.tsx';
import { PassageNotes } from './passage-notes.tsx';
import { useReader } from './reader-context.tsx';
import { RuleCard } from './rule-card.tsx';
import { SimilarLink } from './similar-link.tsx';
import type { Span } from './transcript.ts';
import { anchorsOf, wordsOf } from './transcript.ts';
import { citationAt } from './turn-words.ts';
import { STEP_UNITS } from './word-steps.ts';

export function PassagePanel() {
  const { target, emphasised, categories, orphansAsked } = useReader();
  const entry = emphasised && categories.get(emphasised);
  return (
    <div className="reader-panel">
      <TouchedPassages />
      {target ? <PassageCard span={target} /> : entry ? <CategoryPassages entry={entry} /> : <Nothing />}
      <OrphanList asked={orphansAsked} />
    </div>
  );
}

function PassageCard({ span }: { span: Span }) {
  const text = useText(readerText);
  const reader = useReader();
  const { passageId, coded, ruled, emphasised, categories } = reader;
  const stripes = (passageId && coded.byPassage.get(passageId)) || [];
  const onPassage = stripes.find(({ categoryId }) => categoryId === ruled?.category.id);
  const [first] = stripes;
  const rule = (onPassage || reader.palette ? ruled : null) ?? (first && categories.get(first.categoryId));
  const before = emphasised && categories.get(emphasised);
  return (
    <>
      {before ? (
        <Button
          variant="quiet"
          size="small"
          className="reader-back"
          onPress={() => reader.choose(null)}
          aria-label={text.backToCategory(before.category.name)}
        >
          <ArrowLeft size={14} aria-hidden /> {before.category.name}
        </Button>
      ) : null}
      <SectionTitle level={2}>{passageId ? text.passage : text.selection}</SectionTitle>
      <Quote span={span} />
      <p className="reader-ref">{citationAt(reader.transcript, span.start)}</p>
      {reader.isReadOnly ? null : <Ends />}
      <PassagesHere />
      <PassageCodings stripes={stripes} />
      {passageId ? <PassageNotes passageId={passageId} /> : null}
      {passageId ? (
        <ReviewOn key={`review ${passageId}`} targets={reviewTargets(passageId, stripes)} />
      ) : (
        <ReviewOnWords range={{ sourceId: reader.transcript.sourceId, ...anchorsOf(reader.transcript, span) }} />
      )}
      {passageId ? <SimilarLink passageId={passageId} sourceId={reader.transcript.sourceId} /> : null}
      {rule ? <RuleCard entry={rule} /> : null}
      {passageId ? (
        <LinksOn key={`links ${passageId}`} end={{ kind: 'passage', id: passageId }} label={citationAt(reader.transcript, span.start)} />
      ) : null}
      {passageId ? <Memos key={passageId} passageId={passageId} /> : null}
    </>
  );
}

/** The passage itself, and each coding on it. */
function reviewTargets(passageId: string, stripes: readonly Stripe[]): [ReviewOnTarget, ...ReviewOnTarget[]] {
  const codings = stripes.flatMap(({ codings: own }) => own.map(({ id }): ReviewOnTarget => ({ kind: 'coding', id })));
  return [{ kind: 'passage', id: passageId }, ...codings];
}

function Quote({ span }: { span: Span }) {
  const { transcript } = useReader();
  return (
    <blockquote className="reader-quote">
      {wordsOf(transcript, span)
        .split('\n')
        .map((words, index) => (
          <p key={index}>{words}</p>
        ))}
    </blockquote>
  );
}

/** Both ends of the passage, by word, sentence or turn. */
function Ends() {
  const text = useText(readerText);
  const words = useText(waysText);
  const { acts, ways } = useReader();
  const keysOf = useActionKeys();
  return (
    <div className="reader-ends">
      <span>{text.start}</span>
      <IconButton
        icon={ChevronLeft}
        label={words.startBack}
        keys={keysOf('startBack')}
        size="small"
        onPress={() => void acts.step('start', 'back')}
      />
      <IconButton
        icon={ChevronRight}
        label={words.startForth}
        keys={keysOf('startForth')}
        size="small"
        onPress={() => void acts.step('start', 'forth')}
      />
      <span className="reader-ends-end">{text.end}</span>
      <IconButton icon={ChevronLeft} label={words.endBack} keys={keysOf('endBack')} size="small" onPress={() => void acts.step('end', 'back')} />
      <IconButton icon={ChevronRight} label={words.endForth} keys={keysOf('endForth')} size="small" onPress={() => void acts.step('end', 'forth')} />
      <Segmented
        className="reader-ends-unit"
        label={words.unit}
        size="small"
        options={STEP_UNITS.map((unit) => ({ id: unit, label: words.units[unit] }))}
        value={ways.unit}
        onChange={(unit) => unit && ways.setUnit(unit)}
      />
    </div>
  );
}

/** Where passages overlap: all those at the place clicked. */
function PassagesHere() {
  const text = useText(readerText);
  const { passagesHere, coded, categories, passageId, transcript, choose, pointer } = useReader();
  const here = passagesHere.filter((id) => coded.byPassage.has(id));
  if (here.length < 2 || !passageId || !here.includes(passageId)) return null;
  return (
    <section>
      <SectionTitle level={2} end={text.number(here.length)}>
        {text.here}
      </SectionTitle>
      <ul className="reader-here">
        {here.map((id) => {
          const stripes = coded.byPassage.get(id) ?? [];
          const span = stripes[0]?.span ?? null;
          return (
            <li key={id}>
              <Button
                variant="quiet"
                size="small"
                className={classes('reader-line', id === passageId && 'reader-line-on')}
                aria-current={id === passageId}
                onPress={() => choose(id, passagesHere)}
                onHoverStart={() => pointer.point(span)}
                onHoverEnd={() => pointer.point(null)}
              >
                {stripes.map(({ key, categoryId }) => (
                  <Swatch key={key} color={categories.get(categoryId)?.category.color ?? 'transparent'} />
                ))}
                <span className="reader-line-words">{span ? wordsOf(transcript, span) : ''}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Nothing() {
  return (
    <>
      <HowTo />
      <SourceMemos />
    </>
  );
}

/** The actions that the four lines are about. */
const HOW_TO = ['enter', 'codeTurn', 'inVivo', 'nextUncoded'] as const;

function HowTo() {
  const text = useText(readerText);
  const keysOf = useActionKeys();
  return (
    <section className="reader-howto">
      <SectionTitle level={2}>{text.nothingChosen}</SectionTitle>
      <p className="quiet">{text.howToText}</p>
      <dl>
        {text.howTo.map(([keys, does], index) => (
          <div key={keys}>
            <dt>
              <Kbd keys={keysOf(HOW_TO[index] ?? 'enter') ?? keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
