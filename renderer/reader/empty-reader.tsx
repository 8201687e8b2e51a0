// What stands where the text would be, while there is none to read: why, and what to do next.
import { BookOpen } from 'lucide-react';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';

const SOURCES_OFFERED = 6;

export function NoSource() {
  const text = useText(readerText);
  const { go } = useNavigation();
  const toCorpus = (
    <Button variant="primary" onPress={() => go({ screen: 'corpus' })}>
      {text.importSources}
    </Button>
  );
  return <EmptyState icon={BookOpen} title={text.noSource} text={text.noSourceText} actions={toCorpus} />;
}

export function ChooseSource({ sources }: { sources: readonly SourceSummary[] }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const offered = sources.slice(0, SOURCES_OFFERED).map(({ id, name }) => (
    <Button key={id} onPress={() => go({ screen: 'coding', sourceId: id })}>
      {name}
    </Button>
  ));
  return <EmptyState icon={BookOpen} title={text.chooseSource} text={text.chooseSourceText} actions={offered} />;
}

export function SourceGone() {
  const text = useText(readerText);
  return <EmptyState icon={BookOpen} title={text.sourceGone} text={text.chooseSourceText} />;
}

export function EmptySource() {
  const text = useText(readerText);
  return <EmptyState icon={BookOpen} title={text.emptySource} />;
}
