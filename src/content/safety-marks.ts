import { translate } from '../browser/i18n.ts';
import { type Asker, MessageError } from '../browser/messaging.ts';
import type { RoleId } from '../core/config/config.ts';
import { SWITCHED_MS, WARNING_MS } from '../core/marks/session-clock.ts';
import type { BackgroundApi, PageMark } from '../protocol.ts';
import { closedHost } from './closed-host.ts';
import { guardEvents } from './event-guard.ts';
import { currentFacts } from './perform.ts';
import css from './safety-marks.css?inline';
import { markIcon, markTitle } from './tab-marks.ts';

const MINUTE_MS = 60_000;

/**
 * Shows on the page which role its session is in, from what the page says of itself: also after a switch that somebody
 * else has made. Drawn without Preact, and with text that the page can't find.
 *
 * @param takeAgain takes the role once more
 */
export function safetyMarks(ask: Asker<BackgroundApi>, takeAgain: (roleId: RoleId) => void, signal: AbortSignal): void {
  const { host, root } = closedHost('hatrack-mark', css);
  const plate = drawPlate();
  // Nothing that tells of the role stands on the host, which the page can see.
  const marks = withClass('div', '');
  marks.append(withClass('div', 'frame'), plate.box);
  root.append(marks);
  let shown: PageMark | undefined;
  let drawn = '';
  let hasWarned = false;

  plate.hide.addEventListener('click', (event) => {
    if (event.isTrusted) plate.box.hidden = true;
  });
  plate.again.addEventListener('click', (event) => {
    const roleId = shown?.mark.roleId;
    if (event.isTrusted && roleId !== undefined) takeAgain(roleId);
  });
  // Its buttons' keys are none of the page's business.
  guardEvents(host, { keyDown: () => undefined, input: () => undefined }, signal);

  async function refresh() {
    try {
      draw(await ask('markOfPage', await currentFacts()));
    } catch (error) {
      // The marks stay as they are: nobody is there to say anything else.
      if (!(error instanceof MessageError)) throw error;
    }
  }

  function draw(next: PageMark | undefined) {
    shown = next;
    drawTime();
    if (JSON.stringify(next) === drawn) return;
    drawn = JSON.stringify(next) ?? '';
    markTitle(next?.shows.markTitle ? next.mark : undefined, signal);
    markIcon(next?.shows.markIcon ? next.mark : undefined);
    if (!next?.shows.markPage) {
      host.remove();
      return;
    }
    const { mark } = next;
    marks.classList.toggle('production', mark.isProduction);
    marks.style.setProperty('--mark', `#${mark.color}`);
    marks.style.setProperty('--mark-ink', mark.ink);
    plate.box.hidden = false;
    plate.draw(mark);
    if (!host.isConnected) document.documentElement.append(host);
  }

  function drawTime() {
    const { mark, since } = shown ?? {};
    const age = since === undefined ? undefined : Math.max(0, Date.now() - since);
    const isEnding = age !== undefined && age >= SWITCHED_MS - WARNING_MS;
    plate.again.hidden = !isEnding || mark?.roleId === undefined;
    plate.tellTime(age === undefined ? '' : timeText(age));
    // Once: who has hidden it after that has read it.
    if (isEnding && !hasWarned) plate.box.hidden = false;
    hasWarned = isEnding;
  }

  const whenSeen = () => {
    if (document.visibilityState === 'visible') void refresh();
  };
  document.addEventListener('visibilitychange', whenSeen, { signal });
  // Of two windows side by side both are visible.
  addEventListener('focus', whenSeen, { signal });
  // A page that comes back out of the browser's cache may be another session's by now.
  addEventListener('pageshow', ({ persisted }) => persisted && whenSeen(), { signal });
  // Some services tell late who is signed in.
  document.addEventListener('readystatechange', () => void refresh(), { signal });
  if (document.readyState !== 'loading') void refresh();
  const timer = setInterval(drawTime, MINUTE_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    host.remove();
  });
}

/** The session's end is known only as far as AWS's default goes, and its beginning only since it was first seen. */
function timeText(age: number): string {
  const left = SWITCHED_MS - age;
  if (left <= 0) return translate('markEnded');
  if (left <= WARNING_MS) return translate('markEnding', Math.ceil(left / MINUTE_MS));
  return translate('markMinutes', Math.floor(age / MINUTE_MS));
}

function drawPlate() {
  const box = withClass('div', 'plate');
  box.role = 'region';
  const image = document.createElement('img');
  image.alt = '';
  const [word, label, time] = [withClass('span', 'text word'), withClass('span', 'text'), withClass('span', 'text')];
  time.role = 'status';
  const again = button('again', translate('markAgain'), translate('markAgain'));
  const hide = button('hide', '×', translate('markHide'));
  box.append(image, word, label, time, again, hide);
  return {
    box,
    again,
    hide,
    draw(mark: PageMark['mark']) {
      const texts = [mark.environment ?? '', [mark.label, mark.account].filter(Boolean).join('  ')] as const;
      box.ariaLabel = [translate('markLabel'), ...texts].filter(Boolean).join(': ');
      image.hidden = mark.image === undefined;
      if (mark.image !== undefined) image.src = mark.image;
      word.hidden = texts[0] === '';
      [word.dataset.text, label.dataset.text] = texts;
    },
    tellTime(text: string) {
      if (time.dataset.text === text) return;
      time.dataset.text = text;
      // Only what is told is read out: the minutes that go by are not.
      time.ariaLabel = again.hidden ? '' : text;
      time.hidden = text === '';
    },
  };
}

function button(className: string, text: string, name: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.ariaLabel = name;
  element.title = name;
  return element;
}

function withClass(tag: 'div' | 'span', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
