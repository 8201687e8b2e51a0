// Every action of the window that has a key or may be given one: the command field, the keyboard sheet and the screens all read this table.
import { isChord } from '../../shared/domain/key-chord.ts';

/** Where a key is heard. `page` is everywhere but in a text, which has its own use for the key; `coding` the whole coding screen. */
export type Area =
  | 'window'
  | 'page'
  | 'coding'
  | 'text'
  | 'palette'
  | 'correction'
  | 'media'
  | 'tree'
  | 'board'
  | 'table'
  | 'cell'
  | 'import'
  | 'guide'
  | 'memo';
/** Under which heading the sheet shows it. */
export type ActionGroup =
  | 'window'
  | 'screens'
  | 'project'
  | 'coding'
  | 'reading'
  | 'correction'
  | 'media'
  | 'grids'
  | 'matrices'
  | 'import'
  | 'guide'
  | 'memos';

interface ActionRow {
  readonly group: ActionGroup;
  readonly area: Area;
  /** Of itself; the first one is shown. Empty: the user may give it one. */
  readonly keys: readonly string[];
  /** The keys are part of how lists, fields or the browser work, and stay. */
  readonly isFixed?: true;
  /** Heard while letters are being written, too. */
  readonly whileTyping?: true;
  /** Heard in a field that takes the key before the window hears it: the window's action of that key waits until the field is left. */
  readonly isFirst?: true;
}

const row = (group: ActionGroup, area: Area, ...keys: readonly string[]): ActionRow => ({ group, area, keys });
const always = (group: ActionGroup, area: Area, ...keys: readonly string[]): ActionRow => ({ group, area, keys, whileTyping: true });
const first = (group: ActionGroup, area: Area, ...keys: readonly string[]): ActionRow => ({ group, area, keys, whileTyping: true, isFirst: true });
const fixed = (group: ActionGroup, area: Area, ...keys: readonly string[]): ActionRow => ({ group, area, keys, isFixed: true, whileTyping: true });

export const ACTIONS = {
  commands: always('window', 'window', 'Ctrl+K'),
  keys: row('window', 'window', '?'),
  help: always('window', 'window', 'F1'),
  firstHour: row('window', 'window'),
  glossary: row('window', 'window'),
  allHelp: row('window', 'window'),
  licences: row('window', 'window'),
  update: row('window', 'window'),
  undo: row('window', 'window', 'Ctrl+Z'),
  redo: row('window', 'window', 'Ctrl+Shift+Z', 'Ctrl+Y'),
  nextPanel: always('window', 'window', 'F6'),
  previousPanel: always('window', 'window', 'Shift+F6'),
  leftPanel: always('window', 'window', 'Ctrl+B'),
  rightPanel: always('window', 'window', 'Ctrl+I'),
  back: fixed('window', 'page', 'Alt+ArrowLeft'),
  oneHandLeft: row('window', 'window'),
  oneHandRight: row('window', 'window'),
  oneHandLegend: row('window', 'window'),
  sessionCounter: row('window', 'window'),
  'theme.system': row('window', 'window'),
  'theme.light': row('window', 'window'),
  'theme.dark': row('window', 'window'),
  'language.fr': row('window', 'window'),
  'language.en': row('window', 'window'),

  // Browsers keep Ctrl+digit for their tabs, hence Alt+digit there.
  'screen.corpus': always('screens', 'window', 'Ctrl+1', 'Alt+1'),
  'screen.coding': always('screens', 'window', 'Ctrl+2', 'Alt+2'),
  'screen.grids': always('screens', 'window', 'Ctrl+3', 'Alt+3'),
  'screen.matrices': always('screens', 'window', 'Ctrl+4', 'Alt+4'),
  'screen.search': always('screens', 'window', 'Ctrl+5', 'Alt+5'),
  'screen.analysis': always('screens', 'window', 'Ctrl+6', 'Alt+6'),
  'screen.memos': always('screens', 'window', 'Ctrl+7', 'Alt+7'),
  'screen.review': always('screens', 'window', 'Ctrl+8', 'Alt+8'),
  'screen.history': always('screens', 'window', 'Ctrl+9', 'Alt+9'),
  searchAll: always('screens', 'window', 'Ctrl+Shift+F'),
  objectHistory: row('screens', 'window'),
  cardSorting: row('screens', 'window'),
  matrixDisplays: row('screens', 'window'),
  autocode: row('screens', 'window'),

  newMemo: row('project', 'window'),
  linkTo: row('project', 'window'),
  projectDetails: row('project', 'window'),
  checkProject: row('project', 'window'),
  workAsTeam: row('project', 'window'),
  exportFor: row('project', 'window'),
  backups: row('project', 'window'),
  confidentiality: row('project', 'window'),
  mergeCopy: row('project', 'window'),
  exportPack: row('project', 'window'),
  addCoder: row('project', 'window'),
  openCoders: row('project', 'window'),
  home: row('project', 'window'),
  password: row('project', 'window'),
  lockNow: always('project', 'window', 'Ctrl+Shift+L'),
  closeProject: row('project', 'window'),

  palette: row('coding', 'text', '/'),
  enter: fixed('coding', 'text', 'Enter'),
  paletteApply: fixed('coding', 'palette', 'Enter'),
  paletteApplyOtherwise: always('coding', 'palette', 'Shift+Enter'),
  paletteCreate: always('coding', 'palette', 'Ctrl+Enter'),
  paletteCreateOtherwise: always('coding', 'palette', 'Ctrl+Shift+Enter'),
  paletteClose: fixed('coding', 'palette', 'Escape'),
  'palettePin.1': first('coding', 'palette', 'Ctrl+1', 'Alt+1'),
  'palettePin.2': first('coding', 'palette', 'Ctrl+2', 'Alt+2'),
  'palettePin.3': first('coding', 'palette', 'Ctrl+3', 'Alt+3'),
  'palettePin.4': first('coding', 'palette', 'Ctrl+4', 'Alt+4'),
  'palettePin.5': first('coding', 'palette', 'Ctrl+5', 'Alt+5'),
  'palettePin.6': first('coding', 'palette', 'Ctrl+6', 'Alt+6'),
  'palettePin.7': first('coding', 'palette', 'Ctrl+7', 'Alt+7'),
  'palettePin.8': first('coding', 'palette', 'Ctrl+8', 'Alt+8'),
  'palettePin.9': first('coding', 'palette', 'Ctrl+9', 'Alt+9'),
  'quick.1': row('coding', 'text', '1'),
  'quick.2': row('coding', 'text', '2'),
  'quick.3': row('coding', 'text', '3'),
  'quick.4': row('coding', 'text', '4'),
  'quick.5': row('coding', 'text', '5'),
  'quick.6': row('coding', 'text', '6'),
  'quick.7': row('coding', 'text', '7'),
  'quick.8': row('coding', 'text', '8'),
  'quick.9': row('coding', 'text', '9'),
  codeTurn: row('coding', 'text', 'Space'),
  inVivo: row('coding', 'text', 'I'),
  memo: row('coding', 'text', 'M'),
  stance: row('coding', 'text', 'S'),
  codeSentence: row('coding', 'text', 'P'),
  codeParagraph: row('coding', 'text', 'A'),
  star: row('coding', 'text', '*'),
  paraphrase: row('coding', 'text', 'R'),
  weight: row('coding', 'text', 'W'),
  stepUnit: row('coding', 'text', 'U'),
  afterCoding: row('coding', 'text', 'K'),

  previousTurn: row('reading', 'text', 'ArrowUp'),
  nextTurn: row('reading', 'text', 'ArrowDown'),
  extendTurnBack: row('reading', 'text', 'Shift+ArrowUp'),
  extendTurnForth: row('reading', 'text', 'Shift+ArrowDown'),
  extendWordBack: row('reading', 'text', 'Alt+ArrowLeft'),
  extendWordForth: row('reading', 'text', 'Alt+ArrowRight'),
  previousLine: row('reading', 'text', 'Alt+ArrowUp'),
  nextLine: row('reading', 'text', 'Alt+ArrowDown'),
  startBack: row('reading', 'text', 'Alt+Shift+ArrowUp'),
  startForth: row('reading', 'text', 'Alt+Shift+ArrowDown'),
  endBack: row('reading', 'text', 'Alt+Shift+ArrowLeft'),
  endForth: row('reading', 'text', 'Alt+Shift+ArrowRight'),
  nextUncoded: row('reading', 'text', 'N'),
  textStart: row('reading', 'text', 'Ctrl+Home'),
  textEnd: row('reading', 'text', 'Ctrl+End'),
  find: always('reading', 'coding', 'Ctrl+F'),
  findNext: always('reading', 'coding', 'F3'),
  findPrevious: always('reading', 'coding', 'Shift+F3'),
  beside: always('reading', 'coding', 'F9'),
  print: always('reading', 'coding', 'Ctrl+P'),
  selectAll: fixed('reading', 'text', 'Ctrl+A'),
  leave: fixed('reading', 'text', 'Escape'),

  edit: row('correction', 'text', 'E'),
  speaker: row('correction', 'text', 'L'),
  turnMenu: row('correction', 'text', 'Shift+F10', 'ContextMenu'),
  splitHere: fixed('correction', 'correction', 'Enter'),
  joinHere: fixed('correction', 'correction', 'Backspace'),
  endCorrection: fixed('correction', 'correction', 'Escape'),

  mediaToggle: always('media', 'media', 'F4', 'Ctrl+Space'),
  mediaBack: always('media', 'media', 'F5'),
  mediaForth: always('media', 'media', 'Shift+F5'),
  mediaFaster: always('media', 'media', 'Alt+PageUp'),
  mediaSlower: always('media', 'media', 'Alt+PageDown'),
  mediaStamp: always('media', 'media', 'F8'),
  mediaStampInText: row('media', 'text', 'T'),

  renameCategory: row('grids', 'tree', 'F2'),
  removeCategory: row('grids', 'tree', 'Delete'),
  categoryUp: row('grids', 'tree', 'Alt+Shift+ArrowUp'),
  categoryDown: row('grids', 'tree', 'Alt+Shift+ArrowDown'),
  categoryIn: row('grids', 'tree', 'Alt+Shift+ArrowRight'),
  categoryOut: row('grids', 'tree', 'Alt+Shift+ArrowLeft'),

  boardChoose: fixed('grids', 'board', 'Space'),
  boardGroup: row('grids', 'board', 'G'),
  boardTakeOut: row('grids', 'board', 'O'),

  openCell: fixed('matrices', 'table', 'Space'),
  editCell: fixed('matrices', 'table', 'Enter', 'F2'),
  closeCell: fixed('matrices', 'table', 'Escape'),
  firstCell: fixed('matrices', 'table', 'Ctrl+Home'),
  lastCell: fixed('matrices', 'table', 'Ctrl+End'),
  nextCellToWrite: fixed('matrices', 'table', 'N'),
  nextCellToReview: fixed('matrices', 'table', 'R'),
  nextDraft: fixed('matrices', 'table', 'B'),
  widenColumn: fixed('matrices', 'table', 'Shift+ArrowRight', 'Shift+ArrowLeft'),
  moveLine: fixed('matrices', 'table', 'Ctrl+Shift+ArrowRight', 'Ctrl+Shift+ArrowLeft'),
  cellCite: row('matrices', 'cell', 'I'),
  cellPin: row('matrices', 'cell', 'P'),
  cellPinUp: always('matrices', 'cell', 'Alt+ArrowUp'),
  cellPinDown: always('matrices', 'cell', 'Alt+ArrowDown'),

  writeImport: always('import', 'import', 'Ctrl+Enter'),
  takeFile: fixed('import', 'import', 'Space'),

  memoLink: always('memos', 'memo', 'Ctrl+L'),

  guideUp: always('guide', 'guide', 'Alt+ArrowUp'),
  guideDown: always('guide', 'guide', 'Alt+ArrowDown'),
} as const satisfies Record<string, ActionRow>;

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];

export function actionRow(id: ActionId): ActionRow {
  return ACTIONS[id];
}

export function isAction(id: string): id is ActionId {
  return Object.hasOwn(ACTIONS, id);
}

const BESIDE: Readonly<Record<Area, readonly Area[]>> = {
  window: ['page', 'coding', 'text', 'palette', 'correction', 'media', 'tree', 'board', 'table', 'cell', 'import', 'guide', 'memo'],
  page: ['window', 'coding', 'media', 'tree', 'board', 'table', 'cell', 'import'],
  coding: ['window', 'page', 'text', 'palette', 'correction', 'media', 'memo'],
  text: ['window', 'coding', 'media'],
  palette: ['window', 'coding', 'media'],
  correction: ['window', 'coding', 'media'],
  media: ['window', 'page', 'coding', 'text', 'palette', 'correction'],
  tree: ['window', 'page'],
  board: ['window', 'page'],
  table: ['window', 'page'],
  cell: ['window', 'page', 'memo'],
  import: ['window', 'page'],
  guide: ['window'],
  memo: ['window', 'coding', 'cell'],
};

/** True where one key cannot be both's. */
export function areRivals(one: ActionId, other: ActionId): boolean {
  const [a, b] = [actionRow(one), actionRow(other)];
  const yields = (a.isFirst && b.area === 'window') || (b.isFirst && a.area === 'window');
  return one !== other && !yields && areHeardTogether(a.area, b.area);
}

/** True where both are heard on one screen at once. */
export function areHeardTogether(one: Area, other: Area): boolean {
  return one === other || BESIDE[one].includes(other);
}

/** Keys without which no field, list or window can be worked. */
const RESERVED = [
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  'Backspace',
  'ArrowLeft',
  'ArrowRight',
  'Shift+ArrowLeft',
  'Shift+ArrowRight',
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+F',
  'Ctrl+N',
  'Ctrl+P',
  'Ctrl+Q',
  'Ctrl+R',
  'Ctrl+T',
  'Ctrl+V',
  'Ctrl+W',
  'Ctrl+X',
  'Alt+F4',
  'F11',
  'F12',
] as const;

const SINGLE_CHARACTER = /^(?:Shift\+)?(?:[^\s+]|\+|Space)$/u;

/** Why a chord cannot be this action's: it is kept for something else, or it would be written while somebody writes. */
export function refusalOfChord(id: ActionId, chord: string): 'reserved' | 'letter' | null {
  if (!isChord(chord) || (RESERVED as readonly string[]).includes(chord)) return 'reserved';
  const { whileTyping } = actionRow(id);
  return whileTyping && SINGLE_CHARACTER.test(chord) ? 'letter' : null;
}
