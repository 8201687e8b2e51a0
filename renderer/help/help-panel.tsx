// The help beside the screen: never over what one is doing while there is room, and closed by Escape.
import { ArrowLeft, List, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { articlesText } from '../../shared/i18n/help/articles.ts';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { useKeysIn } from '../matrices/use-keys-in.ts';
import { useNavigation } from '../navigation.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { articleAt } from './article-at.ts';
import { ArticleView } from './article-view.tsx';
import { ContentsView } from './contents-view.tsx';
import { FirstHourView } from './first-hour-view.tsx';
import { GlossaryView } from './glossary-view.tsx';
import { useHelp } from './help-context.tsx';
import type { HelpPage } from './help-page.ts';
import './help.css';

export function HelpPanel({ page }: { page: HelpPage }) {
  const text = useText(helpText);
  const articles = useText(articlesText);
  const { place } = useNavigation();
  const { open, back, close } = useHelp();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  useKeysIn(panel, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const article = page.kind === 'here' ? articleAt(place) : page.kind === 'article' ? page.id : null;
  const title =
    article !== null
      ? articles[article].title
      : page.kind === 'glossary'
        ? text.glossary
        : page.kind === 'firstHour'
          ? text.firstHour
          : text.contents;

  // where the help lies over the screen, going on with the keyboard leaves it: what has the focus is seen
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && !panel.current?.contains(target) && matchMedia('(max-width: 959px)').matches) close();
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [close]);
  // a page is read from its beginning; the screen that it follows keeps the focus
  useEffect(() => {
    if (body.current && !(page.kind === 'glossary' && page.term !== undefined)) body.current.scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  return (
    <aside className="help" data-panel aria-label={text.help} ref={panel}>
      <header className="help-head">
        <IconButton icon={ArrowLeft} label={text.back} size="small" isDisabled={back === null} onPress={() => back?.()} />
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon={List} label={text.contents} size="small" onPress={() => open({ kind: 'contents' })} />
        <IconButton icon={X} label={text.close} size="small" onPress={close} />
      </header>
      <div className="help-body" ref={body}>
        <Page page={page} />
      </div>
    </aside>
  );
}

function Page({ page }: { page: HelpPage }) {
  const { place } = useNavigation();
  if (page.kind === 'contents') return <ContentsView />;
  if (page.kind === 'glossary') return <GlossaryView term={page.term} />;
  if (page.kind === 'firstHour') return <FirstHourView />;
  return <ArticleView id={page.kind === 'here' ? articleAt(place) : page.id} />;
}
