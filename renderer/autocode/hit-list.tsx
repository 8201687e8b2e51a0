// What a rule found, source by source, each hit in its context: ticked or not, and one key from its place in the interview.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button as AriaButton, GridList } from 'react-aria-components';
import type { HitsInSource, RuleHit } from '../../shared/domain/coding-rule.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { useNavigation } from '../navigation.tsx';
import { wordsAddress } from '../reader/words-address.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import './hits.css';
import { HitItem } from './hit-item.tsx';
import { isTicked, tickedIn, withSource, withTicked } from './ticks.ts';
import type { Ticks } from './ticks.ts';
import type { Preview } from './use-preview.ts';

interface HitListProps {
  sources: readonly HitsInSource[];
  hits: Preview['hits'];
  ticks: Ticks;
  isReadOnly: boolean;
  onTicks: (ticks: Ticks) => void;
  onLoad: (sourceId: SourceId) => void;
}

export function HitList({ sources, hits, ...rest }: HitListProps) {
  const text = useText(autocodeText);
  // what came along with the preview is unfolded at first; the rest when it is asked for
  const [unfolded, setUnfolded] = useState<ReadonlySet<SourceId>>(() => new Set(hits.keys()));
  return (
    <div className="autocode-groups">
      {sources.map((source) => {
        const { sourceId } = source;
        const isOpen = unfolded.has(sourceId);
        const toggle = () => setUnfolded((before) => new Set(isOpen ? [...before].filter((id) => id !== sourceId) : [...before, sourceId]));
        return <HitGroup key={sourceId} source={source} hits={hits.get(sourceId)} isOpen={isOpen} onToggle={toggle} {...rest} />;
      })}
      <p className="autocode-keys">{text.keys}</p>
    </div>
  );
}

interface HitGroupProps extends Omit<HitListProps, 'sources' | 'hits'> {
  source: HitsInSource;
  /** Undefined while they are not here. */
  hits: readonly RuleHit[] | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

function HitGroup({ source, hits, isOpen, onToggle, ticks, isReadOnly, onTicks, onLoad }: HitGroupProps) {
  const text = useText(autocodeText);
  const { sourceId, name } = source;
  const isMissing = isOpen && hits === undefined;
  useEffect(() => {
    if (isMissing) onLoad(sourceId);
  }, [isMissing, onLoad, sourceId]);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const turn = (isOn: boolean) => onTicks(withSource(ticks, sourceId, isOn, hits ?? []));
  const countWords = [
    text.passages(source.hits),
    source.coded > 0 ? text.foundCoded(source.coded) : null,
    source.coded < source.hits && !isReadOnly ? text.chosen(tickedIn(ticks, source, hits)) : null,
  ]
    .filter((words) => words !== null)
    .join(' · ');
  return (
    <section className="autocode-group" aria-label={text.hitsIn(name)}>
      <header className="autocode-group-head">
        <AriaButton className="autocode-group-name" aria-expanded={isOpen} aria-label={text.openGroup(name)} onPress={onToggle}>
          <Chevron size={14} aria-hidden />
          <span className="autocode-group-title">{name}</span>
        </AriaButton>
        <span className="autocode-group-count number">{countWords}</span>
        {isReadOnly || source.coded === source.hits ? null : (
          <span className="autocode-group-acts">
            <Button size="small" variant="quiet" aria-label={text.allOf(name)} onPress={() => turn(true)}>
              {text.all}
            </Button>
            <Button size="small" variant="quiet" aria-label={text.noneOf(name)} onPress={() => turn(false)}>
              {text.none}
            </Button>
          </span>
        )}
      </header>
      {isOpen && hits ? <Hits source={source} hits={hits} ticks={ticks} isReadOnly={isReadOnly} onTicks={onTicks} /> : null}
    </section>
  );
}

function Hits({
  source,
  hits,
  ticks,
  isReadOnly,
  onTicks,
}: Pick<HitGroupProps, 'source' | 'ticks' | 'isReadOnly' | 'onTicks'> & { hits: readonly RuleHit[] }) {
  const text = useText(autocodeText);
  const { go } = useNavigation();
  const open = (key: string | undefined) => {
    const hit = hits.find((each) => each.key === key);
    if (hit) go({ screen: 'coding', sourceId: hit.sourceId, wordsAt: wordsAddress(hit) });
    return hit !== undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key !== 'Enter' || target.closest('button')) return;
    if (!open(target.closest<HTMLElement>('[data-key]')?.dataset['key'])) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div onKeyDownCapture={onKey}>
      <GridList
        aria-label={text.hitsIn(source.name)}
        className="autocode-hits"
        items={hits.map((hit) => ({ ...hit, id: hit.key }))}
        dependencies={[text, isReadOnly]}
        selectionMode={isReadOnly ? 'none' : 'multiple'}
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        disabledBehavior="selection"
        disabledKeys={hits.filter(({ state }) => state === 'coded').map(({ key }) => key)}
        selectedKeys={hits.filter((hit) => isTicked(ticks, hit)).map(({ key }) => key)}
        onSelectionChange={(keys) =>
          onTicks(withTicked(ticks, hits, keys === 'all' ? new Set(hits.map(({ key }) => key)) : new Set([...keys].map(String))))
        }
      >
        {(hit) => <HitItem hit={hit} sourceName={source.name} isReadOnly={isReadOnly} onOpen={() => open(hit.key)} />}
      </GridList>
    </div>
  );
}
