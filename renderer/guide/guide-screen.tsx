// The interview guide, beside the sources: its questions, where interviews ask them, what they answer.
import { ListChecks } from 'lucide-react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Guide, GuideCoverage } from '../../shared/domain/guide.ts';
import type { GuideId } from '../../shared/domain/ids.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { CoverageView } from './coverage-view.tsx';
import { GuideEditor } from './guide-editor.tsx';
import { GuideHead } from './guide-head.tsx';
import { guideViewOf, placeOfGuide } from './guide-place.ts';
import { MatchesView } from './matches-view.tsx';
import { useChosenGuide } from './use-chosen-guide.ts';
import { NewGuideButtons } from './new-guide.tsx';
import './guide.css';

export function GuideScreen() {
  const { project } = useProject();
  const { data: guides } = useQuery('guide.list', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const [chosen, choose] = useChosenGuide(project?.id ?? '');
  if (!guides || !corpus || !codebook) return null;
  const guide = guides.find(({ id }) => id === chosen) ?? guides[0];
  const isReadOnly = project?.isReadOnly ?? false;
  if (!guide) return <NoGuide isReadOnly={isReadOnly} onMade={choose} />;
  return <OneGuide guide={guide} guides={guides} corpus={corpus} codebook={codebook} isReadOnly={isReadOnly} onChoose={choose} />;
}

function NoGuide({ isReadOnly, onMade }: { isReadOnly: boolean; onMade: (guideId: GuideId) => void }) {
  const text = useText(guideText);
  return (
    <EmptyState
      icon={ListChecks}
      title={text.emptyTitle}
      text={isReadOnly ? text.emptyReadOnly : text.emptyText}
      actions={isReadOnly ? null : <NewGuideButtons onMade={onMade} />}
    />
  );
}

interface OneGuideProps {
  guide: Guide;
  guides: readonly Guide[];
  corpus: Corpus;
  codebook: Codebook;
  isReadOnly: boolean;
  onChoose: (guideId: GuideId) => void;
}

function OneGuide(props: OneGuideProps) {
  const { guide, guides, isReadOnly, onChoose } = props;
  const { place, adjust } = useNavigation();
  const view = guideViewOf(place);
  // looking for questions in a whole corpus takes its time: not while they are being written
  const { data: coverage } = useQuery('guide.coverage', view === 'questions' ? null : { guideId: guide.id });
  return (
    <section className="guide">
      <GuideHead
        guide={guide}
        guides={guides}
        isReadOnly={isReadOnly}
        onChoose={onChoose}
        view={view}
        onView={(next) => adjust(placeOfGuide(next))}
        waiting={coverage?.waiting.reduce((sum, { proposals }) => sum + proposals, 0) ?? 0}
      />
      <OneView {...props} coverage={coverage} />
    </section>
  );
}

function OneView({ guide, corpus, codebook, isReadOnly, coverage }: OneGuideProps & { coverage: GuideCoverage | undefined }) {
  const text = useText(guideText);
  const { place, adjust } = useNavigation();
  const view = guideViewOf(place);
  if (view === 'questions') return <GuideEditor key={guide.id} guide={guide} codebook={codebook} isReadOnly={isReadOnly} />;
  if (corpus.sources.length === 0) return <EmptyState icon={ListChecks} title={text.noSourcesTitle} text={text.noSourcesText} />;
  if (guide.themes.every(({ questions }) => questions.length === 0)) {
    return <EmptyState icon={ListChecks} title={text.noQuestionsTitle} text={text.noQuestionsText} />;
  }
  if (!coverage) return null;
  const showMatches = (sourceId?: string) => adjust(placeOfGuide('matches', sourceId));
  return view === 'matches' ? (
    <MatchesView
      guide={guide}
      sources={corpus.sources}
      coverage={coverage}
      isReadOnly={isReadOnly}
      chosenId={place.sourceId}
      onSource={showMatches}
    />
  ) : (
    <CoverageView guide={guide} sources={corpus.sources} coverage={coverage} codebook={codebook} onMatches={showMatches} />
  );
}
