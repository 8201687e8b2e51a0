// A sentence of the help with its labels, keys and links.
import { actionsText } from '../../shared/i18n/actions.ts';
import type { ActionId } from '../frame/actions.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { placeToHash, useNavigation } from '../navigation.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { useHelp } from './help-context.tsx';
import { linkTarget } from './help-page.ts';
import { piecesOf } from './markup.ts';
import type { Piece } from './markup.ts';

export function Written({ text }: { text: string }) {
  return piecesOf(text).map((piece, at) => <WrittenPiece key={`${at} ${piece.kind}`} piece={piece} />);
}

function WrittenPiece({ piece }: { piece: Piece }) {
  if (piece.kind === 'key') return <ActionKey action={piece.action} />;
  if (piece.kind === 'label') return <b>{piece.words}</b>;
  return piece.kind === 'link' ? <HelpLink to={piece.to} words={piece.words} /> : piece.words;
}

/** The key that the action has now; its words where it has none. */
export function ActionKey({ action }: { action: ActionId }) {
  const { actions, named } = useText(actionsText);
  const keys = useKeysOf(action);
  return keys === undefined ? named(actions[action]) : <Kbd keys={keys} />;
}

function HelpLink({ to, words }: { to: string; words: string }) {
  const { open } = useHelp();
  const { go } = useNavigation();
  const target = linkTarget(to);
  if (target === null) return words;
  // a link breaks between lines as its sentence does, which a button would not
  return (
    <a
      className="help-link"
      href={'place' in target ? placeToHash(target.place) : location.hash || '#'}
      onClick={(event) => {
        event.preventDefault();
        if ('page' in target) open(target.page);
        else go(target.place);
      }}
    >
      {words}
    </a>
  );
}
