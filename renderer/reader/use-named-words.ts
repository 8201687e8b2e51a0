// The words that the address names are selected and in view when the text opens, as if the hand had just selected them.
import { useLayoutEffect } from 'react';
import { useNavigation } from '../navigation.tsx';
import type { Reader } from './reader-context.tsx';
import { spanOf } from './transcript.ts';
import { useLatest } from './use-latest.ts';
import { wordsOfAddress } from './words-address.ts';

/** `isMain`: the pane that the address means. */
export function useNamedWords(reader: Reader, isMain: boolean): void {
  const { place, adjust } = useNavigation();
  const { wordsAt } = place;
  const { transcript } = reader;
  const latest = useLatest({ reader, place });
  useLayoutEffect(() => {
    const now = latest.current;
    if (!isMain || wordsAt === undefined || now.place.sourceId !== transcript.sourceId) return;
    // once taken up, the address says it no longer: coming back finds what is in hand then
    const { wordsAt: _named, ...rest } = now.place;
    adjust(rest);
    const words = wordsOfAddress(wordsAt);
    const span = words && spanOf(transcript, words);
    const text = now.reader.text.current;
    if (!span || !text) return;
    text.focus();
    text.select(span);
    text.reveal(span, { flash: false });
  }, [wordsAt, transcript, isMain, adjust, latest]);
}
