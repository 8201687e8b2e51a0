// The corpus as the coder needs it: cases, their sources, how much of each is coded.
import { useEffect, useMemo, useRef } from 'react';
import { ListLayout, Virtualizer } from 'react-aria-components';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import { groupsOf, rowOf } from './outline.ts';
import { useFolding } from './use-folding.ts';

const ROW_PX = 26;
/** Only the rows in view are drawn. */
const ROWS = { rowHeight: ROW_PX };

/** Above this many, only the open source's case is unfolded. */
const ALL_OPEN_UP_TO = 60;

export function SourceOutline({ corpus, sourceId }: { corpus: Corpus; sourceId: SourceId | null }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const groups = useMemo(() => groupsOf(corpus, text.withoutCase), [corpus, text]);
  const keys = groups.map(({ key }) => key);
  const current = groups.filter(({ sources }) => sources.some(({ id }) => id === sourceId)).map(({ key }) => key);
  const { expanded, onExpandedChange } = useFolding(keys, corpus.sources.length <= ALL_OPEN_UP_TO ? keys : current);
  const open = (key: string | number) => {
    const id = String(key).split('/')[1];
    if (id !== undefined) go({ screen: 'coding', sourceId: id });
  };
  const outline = useRef<HTMLElement>(null);
  const row = rowOf(groups, expanded, sourceId);
  useEffect(() => {
    // The rows get their room after this.
    const frame = requestAnimationFrame(() => {
      const list = outline.current?.querySelector('.tree');
      if (!list || row === null) return;
      const top = row * ROW_PX;
      if (top < list.scrollTop || top + ROW_PX > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [row]);
  return (
    <section ref={outline} className="reader-outline">
      <SectionTitle level={2} className="reader-side-title" end={text.number(corpus.sources.length)}>
        {text.corpus}
      </SectionTitle>
      <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
        <Tree aria-label={text.corpus} expandedKeys={expanded} onExpandedChange={onExpandedChange} onAction={open}>
          {groups.map((group) => (
            <TreeRow
              key={group.key}
              id={group.key}
              text={group.name}
              label={group.position === null ? group.name : <CaseChip name={group.name} position={group.position} />}
              end={text.number(group.sources.length)}
            >
              {group.sources.map((source) => (
                <TreeRow
                  key={source.id}
                  id={`${group.key}/${source.id}`}
                  text={source.name}
                  {...(source.id === sourceId ? { className: 'reader-row-on' } : {})}
                  end={
                    <span aria-label={text.codingsOfSource(source.name, source.codings)}>
                      {source.codings === 0 ? '–' : text.number(source.codings)}
                    </span>
                  }
                />
              ))}
            </TreeRow>
          ))}
        </Tree>
      </Virtualizer>
    </section>
  );
}
