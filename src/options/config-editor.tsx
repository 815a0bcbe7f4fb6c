import type { Ref } from 'preact';
import { useImperativeHandle, useMemo, useRef } from 'preact/hooks';
import { type Problem, severityOf } from '../core/config/problem.ts';
import { useTranslate } from '../ui/translation.ts';

export interface ConfigEditorHandle {
  /** Puts the cursor at a 1-based line and shows it. */
  showLine(line: number): void;
}

interface ConfigEditorProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly isReadOnly: boolean;
  readonly onInput: (text: string) => void;
  readonly onSave: () => void;
  readonly handle: Ref<ConfigEditorHandle>;
}

/** Height of a line in CSS pixels; options.css sets the same. */
const LINE_HEIGHT = 20;
/** Space above the first line; options.css sets the same. */
const PADDING = 10;

/** The text with its line numbers; lines with problems are marked beside their number. */
export function ConfigEditor({ text, problems, isReadOnly, onInput, onSave, handle }: ConfigEditorProps) {
  const t = useTranslate();
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const gutterRef = useRef<HTMLDivElement>(null);
  const lineCount = linesOf(text).length;
  const numbers = useMemo(() => Array.from({ length: lineCount }, (_, index) => index + 1).join('\n'), [lineCount]);
  const severities = useMemo(() => severityByLine(problems), [problems]);

  useImperativeHandle(handle, () => ({
    showLine(line) {
      const area = areaRef.current;
      if (!area) return;
      const lines = linesOf(area.value).slice(0, line);
      const end = lines.join('\n').length;
      const start = end - (lines.at(-1)?.length ?? 0);
      area.focus();
      area.setSelectionRange(start, end);
      area.scrollTop = Math.max(0, (line - 4) * LINE_HEIGHT);
    },
  }));
  const keyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSave();
  };
  const scrollGutter = () => {
    if (gutterRef.current && areaRef.current) gutterRef.current.scrollTop = areaRef.current.scrollTop;
  };
  return (
    <div class="editor">
      <div ref={gutterRef} class="gutter" aria-hidden="true">
        {/* One text for all numbers: a text of 40,000 lines has no more elements than a short one. */}
        <pre>{numbers}</pre>
        {[...severities].map(([line, severity]) => (
          <div key={line} class={severity} style={{ top: `${PADDING + (line - 1) * LINE_HEIGHT}px` }}>
            {line}
          </div>
        ))}
      </div>
      <textarea
        ref={areaRef}
        aria-label={t('configuration')}
        value={text}
        readOnly={isReadOnly}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={keyDown}
        onScroll={scrollGutter}
      />
    </div>
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The gravest severity of each line that has a problem, as a class name. */
function severityByLine(problems: readonly Problem[]): ReadonlyMap<number, string> {
  const order = ['info', 'warning', 'error'];
  const byLine = new Map<number, string>();
  for (const problem of problems) {
    const severity = severityOf(problem);
    const known = byLine.get(problem.line);
    if (known === undefined || order.indexOf(severity) > order.indexOf(known)) byLine.set(problem.line, severity);
  }
  return byLine;
}
