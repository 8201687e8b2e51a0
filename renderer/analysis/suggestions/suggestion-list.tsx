// Proposals to be decided one by one, by keyboard: A accepts, R refuses, J and K go on and back. Each shows the words that decided.
import { Check, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Category } from '../../../shared/domain/category.ts';
import type { Decision, Suggestion, SuggestionMethod } from '../../../shared/domain/suggestion.ts';
import { suggestionsText } from '../../../shared/i18n/suggestions.ts';
import { COLON, formatNumber } from '../../../shared/i18n/text.ts';
import { placeToHash, useNavigation } from '../../navigation.tsx';
import type { Place } from '../../navigation.tsx';
import { wordsAddress } from '../../reader/words-address.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { suggestionKey } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { piecesWith } from './marked-words.ts';

interface SuggestionListProps {
  suggestions: readonly Suggestion[];
  method: SuggestionMethod;
  categories: ReadonlyMap<string, Category>;
  decisions: Decisions;
  /** Without a category nothing can be decided. */
  canDecide: boolean;
}

export function SuggestionList({ suggestions, method, categories, decisions, canDecide }: SuggestionListProps) {
  const words = useText(suggestionsText);
  const { go } = useNavigation();
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(0);
  const reach = (at: number) => {
    const next = Math.max(0, Math.min(suggestions.length - 1, at));
    setCurrent(next);
    const item = list.current?.querySelectorAll<HTMLElement>('.suggestion')[next];
    item?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  };
  const decide = async (at: number, decision: Decision) => {
    const suggestion = suggestions[at];
    if (suggestion && canDecide && (await decisions.decide(suggestion, decision))) reach(at + 1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = Math.min(current, suggestions.length - 1);
    const suggestion = suggestions[at];
    const acts: Record<string, () => void> = {
      a: () => void decide(at, 'accepted'),
      r: () => void decide(at, 'refused'),
      j: () => reach(at + 1),
      k: () => reach(at - 1),
      ArrowDown: () => reach(at + 1),
      ArrowUp: () => reach(at - 1),
      ...(isButton(event.target) ? {} : { Enter: () => suggestion && go(placeOf(suggestion)) }),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <p className="suggestions-keys quiet">{canDecide ? words.keys : words.acceptNeeds}</p>
      {/* keys work wherever in the list the focus is */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="suggestions-list" aria-label={words.list} onKeyDown={press}>
        {suggestions.map((suggestion, at) => (
          <SuggestionItem
            key={suggestionKey(suggestion)}
            suggestion={suggestion}
            method={method}
            categories={categories}
            decision={decisions.of(suggestion)}
            isCurrent={at === Math.min(current, suggestions.length - 1)}
            canDecide={canDecide}
            onReach={() => setCurrent(at)}
            onDecide={(decision) => void decide(at, decision)}
          />
        ))}
      </ol>
    </>
  );
}

function placeOf({ sourceId, turnId, start, end }: Suggestion): Place {
  return { screen: 'coding', sourceId, wordsAt: wordsAddress({ start: { turnId, offsetUtf16: start }, end: { turnId, offsetUtf16: end } }) };
}

/** Buttons and links have an Enter of their own. */
function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}

interface ItemProps extends Pick<SuggestionListProps, 'method' | 'categories' | 'canDecide'> {
  suggestion: Suggestion;
  decision: Decision | undefined;
  isCurrent: boolean;
  onReach: () => void;
  onDecide: (decision: Decision) => void;
}

function SuggestionItem({ suggestion, method, categories, decision, isCurrent, canDecide, onReach, onDecide }: ItemProps) {
  const words = useText(suggestionsText);
  const { go } = useNavigation();
  const { text, ref, speaker, reasons, categoryIds } = suggestion;
  const there = placeOf(suggestion);
  return (
    // focus says which proposal is in hand; the list hears the keys
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes('suggestion', decision !== undefined && `suggestion-${decision}`)}
      // one stop for the tab key: the item in hand; its buttons follow
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent}
      onFocus={onReach}
    >
      <p className="suggestion-head">
        <a
          href={placeToHash(there)}
          tabIndex={isCurrent ? 0 : -1}
          title={words.readIn(ref)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go(there);
          }}
        >
          {ref}
        </a>
        {speaker ? <span>{speaker}</span> : null}
        <ScoreText method={method} score={suggestion.score} />
        {decision ? <strong>{words[decision]}</strong> : null}
      </p>
      <p className="suggestion-words">
        {piecesWith(
          text,
          reasons.filter(({ weight }) => weight > 0).map((reason) => reason.words),
        ).map(({ text: piece, isMarked }, at) => (isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>))}
      </p>
      <Reasons suggestion={suggestion} />
      <Known categories={categoryIds.flatMap((id) => categories.get(id) ?? [])} />
      {canDecide ? (
        <div className="suggestion-acts">
          <Button
            size="small"
            variant={decision === 'accepted' ? 'primary' : 'plain'}
            excludeFromTabOrder={!isCurrent}
            onPress={() => onDecide('accepted')}
          >
            <Check size={14} aria-hidden />
            {words.accept}
          </Button>
          <Button size="small" excludeFromTabOrder={!isCurrent} onPress={() => onDecide('refused')}>
            <X size={14} aria-hidden />
            {words.refuse}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function Known({ categories }: { categories: readonly Category[] }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  if (categories.length === 0) return null;
  return (
    <p className="suggestion-known quiet">
      {words.already + COLON[language]}
      {categories.map(({ id, name, color }) => (
        <span key={id} className="analysis-behind-category">
          <Swatch color={color} />
          {name}
        </span>
      ))}
    </p>
  );
}

function ScoreText({ method, score }: { method: SuggestionMethod; score: number }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  const shown = method === 'logistic' ? Math.round(score * 100) : Math.round(score * 100) / 100;
  return <span className="number">{words.score[method](formatNumber(language, shown))}</span>;
}

function Reasons({ suggestion: { reasons } }: { suggestion: Suggestion }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <p className="suggestion-reasons">
      <span className="quiet">{words.because + COLON[language]}</span>
      {reasons.map(({ words: said, weight }, at) => (
        <span key={at} className="suggestion-reason">
          {said}{' '}
          <span className="number quiet">
            {formatNumber(language, Math.round(weight * 100) / 100)}
            {weight < 0 ? ` (${words.against})` : ''}
          </span>
        </span>
      ))}
    </p>
  );
}
