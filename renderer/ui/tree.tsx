// An outline with arrows, type-ahead and levels, on React Aria's Tree.
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tree as AriaTree, TreeItem as AriaTreeItem, Button, TreeItemContent } from 'react-aria-components';
import type { TreeItemProps, TreeProps } from 'react-aria-components';
import { uiText } from '../../shared/i18n/ui.ts';
import { classes } from './classes.ts';
import { useText } from './language.tsx';
import './tree.css';

export function Tree<T extends object>({ className, ...props }: Omit<TreeProps<T>, 'className'> & { className?: string }) {
  return <AriaTree {...props} className={classes('tree', className)} />;
}

interface TreeRowProps extends Omit<TreeItemProps, 'children' | 'className' | 'textValue'> {
  /** What type-ahead and screen readers hear. */
  text: string;
  /** What is seen; the text when not given. */
  label?: ReactNode;
  /** Swatch, icon or chip before the label. */
  before?: ReactNode;
  /** Numbers and buttons at the right end. */
  end?: ReactNode;
  /** Deeper `TreeRow`s or a React Aria `Collection`. */
  children?: ReactNode;
  className?: string;
}

export function TreeRow({ text, label, before, end, children, className, ...item }: TreeRowProps) {
  const words = useText(uiText);
  return (
    <AriaTreeItem {...item} textValue={text} className={classes('tree-row', className)}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="tree-line" style={{ paddingInlineStart: `${8 + (level - 1) * 14}px` }}>
            {hasChildItems ? (
              <Button slot="chevron" className="tree-chevron" aria-label={words.expand}>
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="tree-chevron" />
            )}
            {before}
            <span className="tree-label" title={label === undefined ? text : undefined}>
              {label ?? text}
            </span>
            {end === undefined ? null : <span className="tree-end">{end}</span>}
          </div>
        )}
      </TreeItemContent>
      {children}
    </AriaTreeItem>
  );
}
