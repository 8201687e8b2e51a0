// Words before and after, what came and what went marked by form as well as by colour, and said aloud.
import { useMemo } from 'react';
import type { DiffPiece } from '../../shared/domain/revision.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { useText } from '../ui/language.tsx';
import { piecesBetween, shortened } from './diff-pieces.ts';

export function WordsDiff({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => piecesBetween(before, after), [before, after]);
  return <DiffWords pieces={pieces} />;
}

export function DiffWords({ pieces }: { pieces: readonly DiffPiece[] }) {
  const text = useText(correctionText);
  return (
    <p className="correction-diff">
      {shortened(pieces).map(({ kind, text: words }, index) => {
        if (kind === 'same') return <span key={index}>{words}</span>;
        const said = <span className="visually-hidden"> {kind === 'added' ? text.added : text.removed} </span>;
        return kind === 'added' ? (
          <ins key={index}>
            {said}
            {words}
          </ins>
        ) : (
          <del key={index}>
            {said}
            {words}
          </del>
        );
      })}
    </p>
  );
}
