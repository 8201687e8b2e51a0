// The system's menu, in the system's language. What the page does by key, the menu does by sending the page that key: the
// workbench decides what it means, in one place.
import { app, Menu } from 'electron';
import type { BaseWindow, KeyboardEvent, MenuItem, MenuItemConstructorOptions, WebContents } from 'electron';

export type ShellLanguage = 'fr' | 'en';

const WORDS = {
  fr: {
    file: 'Fichier',
    open: 'Ouvrir un projet…',
    reveal: 'Montrer le fichier du projet',
    close: 'Fermer la fenêtre',
    quit: 'Quitter Trame',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    actualSize: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire la taille',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Réduire',
    help: 'Aide',
    helpHere: 'Aide de cet écran',
    keys: 'Raccourcis clavier',
    licences: 'Licences des logiciels tiers',
    update: 'Rechercher une mise à jour…',
    about: 'À propos de Trame',
  },
  en: {
    file: 'File',
    open: 'Open a project…',
    reveal: 'Show the project’s file',
    close: 'Close window',
    quit: 'Quit Trame',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    help: 'Help',
    helpHere: 'Help for this screen',
    keys: 'Keyboard shortcuts',
    licences: 'Third-party software licences',
    update: 'Check for an update…',
    about: 'About Trame',
  },
} as const;

export interface MenuActions {
  readonly page: () => WebContents | undefined;
  readonly chooseProject: () => void;
  readonly revealProject: () => void;
  readonly showAbout: (view: 'licences' | 'update') => void;
}

export function installMenu(language: ShellLanguage, actions: MenuActions): void {
  const words = WORDS[language];
  const isMac = process.platform === 'darwin';
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const about: MenuItemConstructorOptions = { role: 'about', label: words.about };
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ label: app.name, submenu: [about, { type: 'separator' } as const, { role: 'services' } as const, quit] }] : []),
    {
      label: words.file,
      submenu: [
        { label: words.open, accelerator: 'CmdOrCtrl+O', click: actions.chooseProject },
        { label: words.reveal, click: actions.revealProject },
        { type: 'separator' },
        { role: 'close', label: words.close },
        ...(isMac ? [] : [quit]),
      ],
    },
    { label: words.edit, submenu: editItems(words, actions) },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        // The plus sign is above the equals sign on many keyboards: both enlarge.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut', label: words.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: words.window, role: 'windowMenu', submenu: [{ role: 'minimize', label: words.minimize }] },
    {
      label: words.help,
      role: 'help',
      submenu: [
        { label: words.helpHere, click: () => press(actions.page(), 'F1') },
        { label: words.keys, click: () => press(actions.page(), '?') },
        { type: 'separator' },
        { label: words.licences, click: () => actions.showAbout('licences') },
        { label: words.update, click: () => actions.showAbout('update') },
        ...(isMac ? [] : [about]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function editItems(words: (typeof WORDS)[ShellLanguage], { page }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: words.undo, accelerator: 'CmdOrCtrl+Z', click: byKey(page, 'z', [], (contents) => contents.undo()) },
    { label: words.redo, accelerator: 'CmdOrCtrl+Shift+Z', click: byKey(page, 'z', ['shift'], (contents) => contents.redo()) },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

/**
 * Chosen with the mouse, the item sends the page its key. Chosen by the key itself, the page has already heard it and left it
 * alone (a text field has the caret), and the field's own undo is what is meant.
 */
function byKey(page: MenuActions['page'], key: string, more: 'shift'[], inField: (contents: WebContents) => void) {
  return (_item: MenuItem, _window: BaseWindow | undefined, event: KeyboardEvent): void => {
    const contents = page();
    if (contents === undefined) return;
    if (event.triggeredByAccelerator) inField(contents);
    else press(contents, key, [process.platform === 'darwin' ? 'meta' : 'control', ...more]);
  };
}

function press(contents: WebContents | undefined, keyCode: string, modifiers: ('control' | 'meta' | 'shift')[] = []): void {
  contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  if (modifiers.length === 0 && keyCode.length === 1) contents?.sendInputEvent({ type: 'char', keyCode });
  contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}
