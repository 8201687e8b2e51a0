// Where a thing is spoken of: the memos whose text points to it, each opened at that very place.
import { Button } from 'react-aria-components';
import type { TextLink } from '../../shared/domain/text-link.ts';
import { memoTitle } from '../../shared/i18n/memo-words.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { placeOfLink, useNavigation } from '../navigation.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import './memo-panel.css';

interface MentionedInProps extends TextLink {
  /** « Mentionné dans » where it is absent. */
  title?: string;
  level?: 2 | 3;
}

/** Nothing where no memo points here. */
export function MentionedIn({ kind, id, title, level = 3 }: MentionedInProps) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const { go } = useNavigation();
  const { data: pointing = [] } = useQuery('memo.backlinks', { kind, id });
  if (pointing.length === 0) return null;
  return (
    <section className="mentioned-in">
      <SectionTitle level={level}>{title ?? words.mentionedIn}</SectionTitle>
      <ul>
        {pointing.map((memo) => (
          <li key={memo.id}>
            <Button className="memos-link" onPress={() => go({ screen: 'memos', memoId: memo.id, linkAt: placeOfLink({ kind, id }) })}>
              {memoTitle(language, memo)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
