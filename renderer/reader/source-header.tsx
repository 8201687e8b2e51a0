// Above the text: what is read, who speaks in it, how long it is, how much of it is coded.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { MediaInfo, SourceSummary } from '../../shared/domain/source.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { OrphanCount } from '../correction/orphan-count.tsx';
import { SourceMenu } from '../correction/source-menu.tsx';
import { RecordingMenu } from '../media/recording-menu.tsx';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { useLanguage } from '../ui/language.tsx';
import { valuesOf } from './outline.ts';
import { useReader } from './reader-context.tsx';
import { comparePoints } from './transcript.ts';

interface SourceHeaderProps {
  corpus: Corpus | undefined;
  source: SourceSummary;
  media: MediaInfo | null;
  /** Opens or closes another source beside; null where there is none. */
  onBeside: (() => void) | null;
}

export function SourceHeader({ corpus, source, media, onBeside }: SourceHeaderProps) {
  const { language } = useLanguage();
  const text = readerText[language];
  const { go } = useNavigation();
  const { coded, choose, showRule, text: handle } = useReader();
  const codings = coded.stripes.reduce((sum, stripe) => sum + stripe.codings.length, 0);
  const cases = (corpus?.cases ?? []).filter(({ id }) => source.caseIds.includes(id));
  const facts = [
    ...(corpus ? valuesOf(corpus, source) : []),
    source.date === null ? null : formatDate(language, source.date),
    text.words(source.words),
  ].filter((fact) => fact !== null);

  const goToNextCoding = () => {
    const caret = handle.current?.caret() ?? null;
    const next = (caret && coded.stripes.find((stripe) => comparePoints(stripe.span.start, caret) > 0)) ?? coded.stripes[0];
    if (!next) return;
    handle.current?.reveal(next.span, { flash: true });
    handle.current?.putCaret(next.span.start);
    choose(next.passageId, [next.passageId]);
    showRule(next.categoryId);
  };
  const printed = [...cases.map(({ name }) => name), ...facts, text.codings(codings)].join(' · ');
  return (
    <header className="reader-header" data-printed={printed}>
      <div className="reader-title">
        <h1 title={source.name}>{source.name}</h1>
        {cases.map(({ id, name, position }) => (
          <CaseChip key={id} name={name} position={position} onPress={() => go({ screen: 'corpus', sourceId: source.id })} />
        ))}
      </div>
      <p className="reader-facts" title={facts.join(' · ')}>
        {facts.join(' · ')}
      </p>
      <Button
        variant="quiet"
        size="small"
        className="reader-codings-count"
        aria-label={`${text.codings(codings)}. ${text.nextCoding}`}
        isDisabled={codings === 0}
        onPress={goToNextCoding}
      >
        {text.codings(codings)}
      </Button>
      <OrphanCount />
      <SourceMenu source={source} onBeside={onBeside} />
      <RecordingMenu media={media} />
    </header>
  );
}
