// What the standard's schema of projects allows, as data: children in their order, attributes with their types. Written from the tables of the
// standard (version 1.0), and used to look at every package before it is handed over.

/** `?` at most one, `*` any number, `+` at least one, nothing: exactly one. */
type Cardinality = '' | '?' | '*' | '+';
export interface ChildRule {
  readonly name: string;
  readonly type: string;
  readonly many: Cardinality;
}
export interface ElementRule {
  readonly children: readonly ChildRule[];
  /** Sources come in any order. */
  readonly isChoice: boolean;
  /** Name → type; required ones with a `!`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** `Name:Type?` where the type is the element's own name without more said. */
function rule(children: string, attributes = '', isChoice = false): ElementRule {
  return {
    isChoice,
    children: children
      .split(' ')
      .filter(Boolean)
      .map((written) => {
        const [, name = '', type, many = ''] = /^(\w+)(?::(\w+))?([?*+]?)$/.exec(written) ?? [];
        return { name, type: type ?? name, many: many as Cardinality };
      }),
    attributes: new Map(
      attributes
        .split(' ')
        .filter(Boolean)
        .map((written) => {
          const [name = '', type = 'string'] = written.split(':');
          return [name, type];
        }),
    ),
  };
}

const WHO = 'creatingUser:guid creationDateTime:dateTime modifyingUser:guid modifiedDateTime:dateTime';
const SPOTS = 'firstX:integer! firstY:integer! secondX:integer! secondY:integer!';
const TAIL = 'Coding* NoteRef:Ref* VariableValue*';
const ASIDE = 'Description:string? Coding* NoteRef:Ref*';
const REF = rule('', 'targetGUID:guid!');

export const PROJECT_SCHEMA: Readonly<Record<string, ElementRule>> = {
  Project: rule(
    'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description:string? NoteRef:Ref*',
    'name:string! origin creatingUserGUID:guid creationDateTime:dateTime modifyingUserGUID:guid modifiedDateTime:dateTime basePath',
  ),
  Users: rule('User+'),
  User: rule('', 'guid:guid! name id'),
  CodeBook: rule('Codes'),
  Codes: rule('Code+'),
  Code: rule('Description:string? NoteRef:Ref* Code*', 'guid:guid! name:string! isCodable:boolean! color:color'),
  Cases: rule('Case+'),
  Case: rule('Description:string? CodeRef:Ref* VariableValue* SourceRef:Ref* SelectionRef:Ref*', 'guid:guid! name'),
  Variables: rule('Variable+'),
  Variable: rule('Description:string?', 'guid:guid! name:string! typeOfVariable:variable!'),
  VariableValue: rule(
    'VariableRef:Ref TextValue:string? BooleanValue:boolean? IntegerValue:integer? FloatValue:decimal? DateValue:date? DateTimeValue:dateTime?',
  ),
  Sets: rule('Set+'),
  Set: rule('Description:string? MemberCode:Ref* MemberSource:Ref* MemberNote:Ref*', 'guid:guid! name:string!'),
  Sources: rule('TextSource* PictureSource* PDFSource* AudioSource* VideoSource*', '', true),
  TextSource: rule(`Description:string? PlainTextContent:string? PlainTextSelection* ${TAIL}`, `guid:guid! name richTextPath plainTextPath ${WHO}`),
  PlainTextSelection: rule(ASIDE, `guid:guid! name startPosition:integer! endPosition:integer! ${WHO}`),
  PictureSource: rule(`Description:string? TextDescription:TextSource? PictureSelection* ${TAIL}`, `guid:guid! name path currentPath ${WHO}`),
  PictureSelection: rule(ASIDE, `guid:guid! name ${SPOTS} ${WHO}`),
  PDFSource: rule(`Description:string? PDFSelection* Representation:TextSource? ${TAIL}`, `guid:guid! name path currentPath ${WHO}`),
  PDFSelection: rule('Description:string? Representation:TextSource? Coding* NoteRef:Ref*', `guid:guid! name page:integer! ${SPOTS} ${WHO}`),
  AudioSource: rule(`Description:string? Transcript* AudioSelection:TimeSelection* ${TAIL}`, `guid:guid! name path currentPath ${WHO}`),
  VideoSource: rule(`Description:string? Transcript* VideoSelection:TimeSelection* ${TAIL}`, `guid:guid! name path currentPath ${WHO}`),
  TimeSelection: rule(ASIDE, `guid:guid! name begin:integer! end:integer! ${WHO}`),
  Transcript: rule(
    'Description:string? PlainTextContent:string? SyncPoint* TranscriptSelection* NoteRef:Ref*',
    `guid:guid! name richTextPath plainTextPath ${WHO}`,
  ),
  TranscriptSelection: rule(ASIDE, `guid:guid! name fromSyncPoint:guid toSyncPoint:guid ${WHO}`),
  SyncPoint: rule('', 'guid:guid! timeStamp:integer position:integer'),
  Coding: rule('CodeRef:Ref NoteRef:Ref*', 'guid:guid! creatingUser:guid creationDateTime:dateTime'),
  Notes: rule('Note:TextSource+'),
  Links: rule('Link+'),
  Link: rule('NoteRef:Ref*', 'guid:guid! name direction:direction color:color originGUID:guid targetGUID:guid'),
  Graphs: rule('Graph+'),
  Graph: rule('Vertex* Edge*', 'guid:guid! name'),
  Vertex: rule('', 'guid:guid! representedGUID:guid name firstX:integer! firstY:integer! secondX:integer secondY:integer shape:shape color:color'),
  Edge: rule('', 'guid:guid! representedGUID:guid name sourceVertex:guid! targetVertex:guid! color:color direction:direction lineStyle:lineStyle'),
  Ref: REF,
};

const HEX = '[0-9a-fA-F]';
const PLAIN = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;
const TIME = '\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?';
const ZONE = '(?:Z|[+-]\\d{2}:\\d{2})?';

/** Simple types; words are always right. */
export const SIMPLE_TYPES: Readonly<Record<string, RegExp>> = {
  guid: new RegExp(`^(?:${PLAIN}|\\{${PLAIN}\\})$`),
  boolean: /^(?:true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  date: new RegExp(`^-?\\d{4,}-\\d{2}-\\d{2}${ZONE}$`),
  dateTime: new RegExp(`^-?\\d{4,}-\\d{2}-\\d{2}T${TIME}${ZONE}$`),
  color: /^#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/,
  variable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  shape: /^(?:Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note)$/,
  lineStyle: /^(?:dotted|dashed|solid)$/,
  string: /^/,
};
