// The coding screen: corpus and grids on the left, the text in the middle, the passage in hand on the right.
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { readingText } from '../../shared/i18n/reading.ts';
import { MediaBar } from '../media/media-bar.tsx';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { BesideHeader } from './beside-header.tsx';
import { DisplayProvider } from './display-context.tsx';
import { ChooseSource, EmptySource, NoSource, SourceGone } from './empty-reader.tsx';
import { PassagePanel } from './passage-panel.tsx';
import { ReaderContext } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { lastSource } from './reading-place.ts';
import { SidePanel } from './side-panel.tsx';
import { SourceHeader } from './source-header.tsx';
import { TextPane } from './text-pane.tsx';
import { useBeside } from './use-beside.ts';
import { useReaderState } from './use-reader-state.ts';
import { useReadingActs } from './use-reading-keys.ts';
import { useSource } from './use-source.ts';
import type { ReadSource } from './use-source.ts';
import { useTextPainted } from './use-text-painted.ts';
import './reader.css';
import './ways.css';

const NO_CODERS: readonly Coder[] = [];
/** A little narrower than elsewhere: the text is the centre. */
const PANELS = { leftWidth: 256, rightWidth: 288 };

/** The questions go out in the order in which their answers are needed: what the text and its margin show comes first. */
export function ReaderScreen() {
  const { project } = useProject();
  const sourceId = useSourceId(project?.id);
  const source = useSource(sourceId);
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  if (!project || !codebook) return null;
  return <OpenReader project={project} corpus={corpus} codebook={codebook} coders={coders ?? NO_CODERS} sourceId={sourceId} source={source} />;
}

/** Completes an address that names a passage alone, or nothing: the source last read comes back. */
function useSourceId(projectId: string | undefined): SourceId | null {
  const { place, adjust } = useNavigation();
  const passageId = place.sourceId === undefined ? (place.passageId as PassageId | undefined) : undefined;
  const { data: card } = useQuery('passage.read', passageId === undefined ? null : { passageId });
  const ofPassage = card?.passageId === passageId ? card?.sourceId : undefined;
  const last = projectId !== undefined && passageId === undefined ? lastSource(projectId) : null;
  const found = place.sourceId ?? ofPassage ?? last;
  useEffect(() => {
    if (place.screen === 'coding' && place.sourceId === undefined && found !== null) adjust({ ...place, sourceId: found });
  }, [place, found, adjust]);
  return found as SourceId | null;
}

interface OpenReaderProps {
  project: ProjectInfo;
  /** Undefined while it is on its way: the text does not wait for it. */
  corpus: Corpus | undefined;
  codebook: Codebook;
  coders: readonly Coder[];
  sourceId: SourceId | null;
  source: ReadSource;
}

function OpenReader({ project, corpus, codebook, coders, sourceId, source }: OpenReaderProps) {
  const text = useText(readerText);
  const words = useText(readingText);
  const surroundings = useMemo(() => ({ project, codebook, coders }), [project, codebook, coders]);
  const { categories, reader } = useReaderState(surroundings, source);
  const beside = useBeside(project.id, corpus, sourceId);
  const besideSource = useSource(beside.sourceId);
  const { reader: besideReader } = useReaderState(surroundings, besideSource);
  const [pane, setPane] = useState<Pane>('first');
  const active = pane === 'second' && besideReader ? besideReader : reader;
  const isTextAwaited = sourceId !== null && reader === null && source.failure === undefined;
  const isTextPainted = useTextPainted(sourceId !== null, isTextAwaited);
  const printNow = useCallback(() => print(), []);
  useReadingActs({ print: printNow, toggleBeside: beside.toggle });
  return (
    <DisplayProvider projectId={project.id}>
      <ReaderContext value={reader}>
        <Workspace
          name="reader"
          defaults={PANELS}
          left={
            <SidePanel
              corpus={corpus}
              sourceId={sourceId}
              codebook={codebook}
              categories={categories}
              reader={active}
              isTextPainted={isTextPainted}
            />
          }
          right={<RightPanel reader={useDeferredValue(isTextPainted ? active : null)} />}
          leftLabel={text.corpusPanel}
          rightLabel={text.passagePanel}
          contentLabel={text.screen}
          unfoldsRightFor={active?.orphansAsked ? `orphans ${active.orphansAsked}` : undefined}
        >
          <div className="reader-panes">
            <div className="reader-columns">
              <Column pane="first" label={beside.sourceId ? words.firstPane : undefined} onActive={setPane}>
                <Middle corpus={corpus} sourceId={sourceId} source={source} isActive={active === reader} onBeside={beside.toggle} />
              </Column>
              {beside.sourceId ? (
                <Column pane="second" label={words.secondPane} onActive={setPane}>
                  <BesideHeader sources={beside.others} sourceId={beside.sourceId} onChoose={beside.choose} onClose={() => beside.toggle?.()} />
                  <ReaderContext value={besideReader}>
                    {besideReader ? <TextPane key={beside.sourceId} prefix="trame2" isActive={active === besideReader} /> : null}
                  </ReaderContext>
                </Column>
              ) : null}
            </div>
          </div>
        </Workspace>
      </ReaderContext>
    </DisplayProvider>
  );
}

type Pane = 'first' | 'second';

/** What is pointed at or has the focus is the pane in use: keys and the panels beside it mean its text. */
function Column({ pane, label, onActive, children }: { pane: Pane; label: string | undefined; onActive: (pane: Pane) => void; children: ReactNode }) {
  const take = () => onActive(pane);
  return (
    <section
      className={`reader-column reader-column-${pane}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onFocusCapture={take}
      onPointerDownCapture={take}
    >
      {children}
    </section>
  );
}

/** Drawn after the text: what was coded is seen in the margin first, then here. */
const RightPanel = memo(function RightPanel({ reader }: { reader: Reader | null }) {
  return <ReaderContext value={reader}>{reader ? <PassagePanel /> : null}</ReaderContext>;
});

interface MiddleProps extends Pick<OpenReaderProps, 'corpus' | 'sourceId' | 'source'> {
  isActive: boolean;
  onBeside: (() => void) | null;
}

function Middle({ corpus, sourceId, source, isActive, onBeside }: MiddleProps) {
  if (corpus?.sources.length === 0) return <NoSource />;
  if (sourceId === null) return corpus ? <ChooseSource sources={corpus.sources} /> : null;
  const summary = corpus ? corpus.sources.find(({ id }) => id === sourceId) : source.summary;
  if (source.failure || summary === undefined) return <SourceGone />;
  if (!source.transcript || !summary) return null;
  if (source.transcript.bodies.every((body) => body.trim() === '')) return <EmptySource />;
  return (
    <>
      <SourceHeader corpus={corpus} source={summary} media={source.media} onBeside={onBeside} />
      <TextPane key={sourceId} prefix="trame" isActive={isActive} />
      <MediaBar key={`media ${sourceId}`} media={source.media} />
    </>
  );
}
