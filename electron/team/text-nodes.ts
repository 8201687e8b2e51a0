// Trame's own nodes of a written text without a window: what merging needs to know of links and pictures.
import { ListItemNode, ListNode } from '@lexical/list';
import { LinkNode } from '@lexical/link';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { DecoratorNode } from 'lexical';
import type { Klass, LexicalNode, NodeKey, SerializedLexicalNode } from 'lexical';

type Said = Record<string, string | number | null>;

/** A node whose properties are merged whole: nobody edits a link or a picture letter by letter. */
abstract class WholeNode extends DecoratorNode<null> {
  __said: string;

  constructor(said = '{}', key?: NodeKey) {
    super(key);
    this.__said = said;
  }

  override exportJSON(): SerializedLexicalNode {
    return { ...(JSON.parse(this.getLatest().__said) as Said), type: this.getType(), version: 1 };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }
}

/** All but what every node says of itself. */
function saidBy({ type: _type, version: _version, ...said }: SerializedLexicalNode): string {
  return JSON.stringify(said);
}

class ProjectLink extends WholeNode {
  static override getType(): string {
    return 'memo-link';
  }

  static override clone(node: ProjectLink): ProjectLink {
    return new ProjectLink(node.__said, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): ProjectLink {
    return new ProjectLink(saidBy(json));
  }
}

class Picture extends WholeNode {
  static override getType(): string {
    return 'memo-image';
  }

  static override clone(node: Picture): Picture {
    return new Picture(node.__said, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): Picture {
    return new Picture(saidBy(json));
  }
}

export const WRITTEN_NODES: readonly Klass<LexicalNode>[] = [ListNode, ListItemNode, LinkNode, HeadingNode, QuoteNode, ProjectLink, Picture];
