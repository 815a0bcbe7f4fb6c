import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { Translate } from '../../ui/translation.ts';
import { colorValue } from './color-value.ts';

const SWATCH = 'editor-swatch';

/** The browser's own colour picker before every colour in view. What is picked replaces the value by six digits. */
export function colorSwatches(t: Translate): Extension {
  return ViewPlugin.define((view) => new Swatches(view, t('chooseColor')), { decorations: ({ drawn }) => drawn });
}

/** Opens the picker of a line's colour; false where the line has none. */
export function chooseColor(view: EditorView, position: number): boolean {
  const line = view.state.doc.lineAt(position);
  const value = colorValue(line.text);
  if (!value || view.state.readOnly) return false;
  const { node } = view.domAtPos(line.from + value.from);
  const element = node instanceof Element ? node : node.parentElement;
  const swatch = element?.closest('.cm-line')?.querySelector<HTMLInputElement>(`.${SWATCH}`);
  if (!swatch) return false;
  swatch.focus();
  swatch.showPicker();
  return true;
}

class Swatches {
  drawn: DecorationSet;

  constructor(
    view: EditorView,
    private readonly label: string,
  ) {
    this.drawn = this.draw(view);
  }

  update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
    if (docChanged || viewportChanged || startState.readOnly !== state.readOnly) this.drawn = this.draw(view);
  }

  private draw(view: EditorView): DecorationSet {
    const set = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to; ) {
        const line = view.state.doc.lineAt(at);
        const value = colorValue(line.text);
        if (value) {
          const widget = new Swatch(value.color, view.state.readOnly, this.label);
          set.add(line.from + value.from, line.from + value.from, Decoration.widget({ widget, side: -1 }));
        }
        at = line.to + 1;
      }
    }
    return set.finish();
  }
}

class Swatch extends WidgetType {
  constructor(
    private readonly color: string,
    private readonly isReadOnly: boolean,
    private readonly label: string,
  ) {
    super();
  }

  override eq(other: Swatch): boolean {
    return other.color === this.color && other.isReadOnly === this.isReadOnly;
  }

  toDOM(view: EditorView): HTMLElement {
    const input = document.createElement('input');
    input.type = 'color';
    input.className = SWATCH;
    input.title = this.label;
    input.ariaLabel = this.label;
    // Many in a row would stand between the editor and what is behind it. The keyboard's way is Mod-. in the line.
    input.tabIndex = -1;
    input.addEventListener('change', () => writeColor(view, input));
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') view.focus();
    });
    this.updateDOM(input);
    return input;
  }

  override updateDOM(dom: HTMLElement): boolean {
    if (!(dom instanceof HTMLInputElement)) return false;
    dom.value = `#${this.color}`;
    dom.disabled = this.isReadOnly;
    return true;
  }
}

function writeColor(view: EditorView, input: HTMLInputElement): void {
  const line = view.state.doc.lineAt(view.posAtDOM(input));
  const value = colorValue(line.text);
  if (!value) return;
  const insert = value.hasHash ? input.value : input.value.slice(1);
  view.dispatch({
    changes: { from: line.from + value.from, to: line.from + value.to, insert },
    userEvent: 'input.color',
  });
  view.focus();
}
