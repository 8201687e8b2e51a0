// What was found in memos, syntheses and the codebook: each opens where it stands.
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { SearchSetting, WrittenHit, WrittenPlace } from '../../shared/domain/search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { call } from '../core.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { useText } from '../ui/language.tsx';

export function WrittenList({ settingKey, version, place }: { settingKey: string; version: number; place: WrittenPlace }) {
  const text = useText(searchText);
  const open = useOpenTarget();
  const [hits, setHits] = useState<readonly WrittenHit[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const setting = JSON.parse(settingKey) as SearchSetting;
    call('search.written', { setting, place, job: crypto.randomUUID() }).then(
      (found) => !isOver && setHits(found),
      () => !isOver && setHits([]),
    );
    return () => {
      isOver = true;
    };
  }, [settingKey, version, place]);
  if (hits?.length === 0) return <p className="search-problem">{text.nothingWritten}</p>;
  return (
    <ul className="search-writings" data-scrolls aria-label={text.written[place]}>
      {hits?.map(({ title, target, left, text: found, right }, at) => (
        <li key={at}>
          <Button className="search-writing" onPress={() => void open(target)}>
            <span className="search-writing-title">{title}</span>
            <span className="search-writing-text">
              {left}
              <mark>{found}</mark>
              {right}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
