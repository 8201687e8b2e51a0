// The words of RTF that stand for characters, and those that open a group which is not the document's text.

/**
 * What a group's words are: the document's, declarations, or nothing to read. `shape` and `unicode`: nothing, except for one
 * group within that is words after all.
 */
export type RtfRole = 'body' | 'fonts' | 'styles' | 'skipped' | 'shape' | 'unicode';

/** Characters that have a word; `-`, an optional hyphen, is none. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  enspace: '\u2002',
  emspace: '\u2003',
  '~': '\u00a0',
  _: '\u2011',
  // Tables within a table's cell: their cells and rows, on the cell's own lines.
  nestcell: '\t',
  nestrow: '\n',
};

/** What the group is that the word opens. Groups of unknown words marked `\*` are skipped as well. */
export const ROLES: Readonly<Record<string, RtfRole>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  shpinst: 'shape',
  do: 'shape',
  upr: 'unicode',
  ...Object.fromEntries(
    (
      'colortbl info pict object nonshppict shprslt header headerl headerr headerf footer footerl footerr footerf ' +
      'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst listtext pntext annotation atnid atnauthor atrfstart atrfend ' +
      'xe tc rxe txe private listtable listoverridetable rsidtbl themedata datastore latentstyles nonesttables filetbl'
    )
      .split(' ')
      .map((word) => [word, 'skipped']),
  ),
};
