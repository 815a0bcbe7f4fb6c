// The options page's editor, as a user has it: read, typed into, pasted into, saved.
import type { Page } from 'puppeteer-core';
import { clickOn } from './click-still.ts';
import type { Rig } from './rig.ts';

export const EDITOR = '.cm-content';
export const SAVE = '.edit-foot .primary';
/** What became of a save. */
export const SAVE_NOTICE = '.save-notice';

/** For tabs behind another: browsers draw no frames there. */
export const BEHIND = { polling: 50 };

/** Opens the options page and waits until its text can be edited. */
export async function openOptions(rig: Rig): Promise<Page> {
  const page = await rig.openExtensionPage('src/options/index.html');
  await page.waitForSelector(`${EDITOR}:not([aria-readonly])`);
  return page;
}

/** The text in the editor, with plain line breaks; also what is scrolled out of view. */
export function editorText(page: Page): Promise<string> {
  return page.$eval(EDITOR, (content) => {
    const { cmTile } = content as HTMLElement & EditorElement;
    return cmTile.root.view.state.doc.toString();
  });
}

/** The part of the text that is selected. */
export function selectedText(page: Page): Promise<string> {
  return page.$eval(EDITOR, (content) => {
    const { doc, selection } = (content as HTMLElement & EditorElement).cmTile.root.view.state;
    return doc.toString().slice(selection.main.from, selection.main.to);
  });
}

/** Waits until the editor's text begins so. */
export async function waitForText(page: Page, start: string): Promise<void> {
  await page.waitForFunction(
    (selector, wanted) => {
      const content = document.querySelector<HTMLElement & EditorElement>(selector);
      return content?.cmTile.root.view.state.doc.toString().startsWith(wanted);
    },
    BEHIND,
    EDITOR,
    start,
  );
}

/** Goes back to where the cursor was. The browser's own focus would have the editor put it there a moment later. */
export function focusEditor(page: Page): Promise<void> {
  return page.$eval(EDITOR, (content) => (content as HTMLElement & EditorElement).cmTile.root.view.focus());
}

/** Replaces the whole text by pasting, which is quicker than typing it. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await pressWithControl(page, 'a');
  if (text === '') await page.keyboard.press('Delete');
  else await pasteText(page, text);
}

/** Pastes at the cursor. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.$eval(
    EDITOR,
    (content, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      // Firefox makes the event's clipboard of two entries of its own.
      const clipboard = { clipboardData, dataType: 'text/plain', data: pasted };
      content.dispatchEvent(new ClipboardEvent('paste', { ...clipboard, bubbles: true, cancelable: true }));
    },
    text,
  );
}

/** Types at the cursor, with real keys. */
export async function typeInEditor(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.type(text);
}

/** Puts the cursor behind a 1-based line's last character, or before a column. */
export async function moveTo(page: Page, line: number, column?: number): Promise<void> {
  await page.$eval(
    EDITOR,
    (content, number, at) => {
      const { view } = (content as HTMLElement & EditorElement).cmTile.root;
      const { from, to } = view.state.doc.line(number);
      view.focus();
      view.dispatch({ selection: { anchor: at === null ? to : from + at }, scrollIntoView: true });
    },
    line,
    column ?? null,
  );
}

/** The numbers of the lines in view that are marked so beside them. */
export function markedLines(page: Page, severity: 'error' | 'warning' | 'info'): Promise<(string | null)[]> {
  return page.evaluate((wanted) => {
    const numbers = [...document.querySelectorAll('.cm-lineNumbers .cm-gutterElement')];
    return [...document.querySelectorAll(`.cm-lint-marker-${wanted}`)].map((marker) => {
      const { top, bottom } = marker.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const number = numbers.find((element) => {
        const box = element.getBoundingClientRect();
        return box.height > 0 && box.top <= middle && middle < box.bottom;
      });
      return number?.textContent ?? null;
    });
  }, severity);
}

/** Saves what was changed by the button, and waits for what the page says then. */
export async function saveOptions(page: Page, expected = 'Saved.'): Promise<void> {
  // What it said of the save before has to be gone first.
  await page.waitForFunction(
    (notice, text) => document.querySelector(notice)?.textContent !== text,
    BEHIND,
    SAVE_NOTICE,
    expected,
  );
  await clickOn(page, SAVE);
  await page.waitForFunction(
    (notice, text) => document.querySelector(notice)?.textContent === text,
    BEHIND,
    SAVE_NOTICE,
    expected,
  );
}

/** One key while Control is down. */
export async function pressWithControl(page: Page, key: 'a' | 'f' | 's' | 'v' | 'z' | '.' | 'Space'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** How CodeMirror's own `EditorView.findFromDOM` gets from an element to its editor. */
interface EditorElement {
  readonly cmTile: {
    readonly root: {
      readonly view: {
        readonly state: {
          readonly doc: {
            toString(): string;
            line(number: number): { readonly from: number; readonly to: number };
          };
          readonly selection: { readonly main: { readonly from: number; readonly to: number } };
        };
        focus(): void;
        dispatch(spec: object): void;
      };
    };
  };
}
