// The acts of correcting, by name, in the command field.
import { correctionText } from '../../shared/i18n/correction.ts';
import { useScreenCommands } from '../frame/screen-commands.ts';
import { presentKeymap } from '../frame/key-store.ts';
import type { CommandEntry } from '../frame/rank-commands.ts';
import { shownKeys } from '../frame/use-keymap.ts';
import type { Reader } from '../reader/reader-context.tsx';
import { useText } from '../ui/language.tsx';
import { afterFocusReturns } from './focus-return.ts';
import { turnsInHand } from './turns-in-hand.ts';

/** They are about the turns in hand when the field opened. */
export function useCorrectionCommands(reader: Reader): void {
  const text = useText(correctionText);
  useScreenCommands(() => {
    const held = turnsInHand(reader.transcript, reader.text.current?.caret() ?? null, reader.selection);
    if (!held || reader.isReadOnly) return [];
    const { correction, openTurnActs } = reader;
    const { caret } = held;
    const [turn] = held.turns;
    const act = (id: string, label: string, run: () => void, keys?: string): CommandEntry => ({
      id: `correction ${id}`,
      group: 'action',
      label,
      run: () => afterFocusReturns(run),
      ...(keys ? { keys } : {}),
    });
    const ofOne =
      caret && turn
        ? [
            act('edit', text.edit, () => correction.begin(caret), shownKeys(presentKeymap(), 'edit')),
            act(
              'split',
              text.split,
              () => void correction.restructure((run) => run('source.splitTurn', { turnId: turn.id, offsetUtf16: turn.bodyStart + caret.offset })),
            ),
            act('join', text.join, () => void correction.restructure((run) => run('source.joinTurn', { turnId: turn.id }))),
            act('time', text.time, () => openTurnActs('time')),
          ]
        : [];
    return [
      ...ofOne,
      act('speaker', text.speaker, () => openTurnActs('speaker'), shownKeys(presentKeymap(), 'speaker')),
      act('part', text.part, () => openTurnActs('part')),
    ];
  });
}
