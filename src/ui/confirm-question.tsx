import type { Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { isProduction } from '../core/config/environment.ts';
import type { NamedRole } from '../core/roles/confirmation.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { PrivateText } from './private-text.tsx';
import { type MessageKey, useTranslate } from './translation.ts';
import { useArmed } from './use-armed.ts';

interface QuestionTexts {
  readonly title: MessageKey;
  readonly yes: MessageKey;
  /** What there is to know before it is answered. */
  readonly note?: MessageKey;
  /** Whether it comes unasked, perhaps under a click that was meant for something else. */
  readonly isUnasked?: boolean;
}

const TEXTS = {
  confirm: { title: 'confirmTitle', yes: 'confirmYes' },
  link: { title: 'linkTitle', yes: 'confirmYes', isUnasked: true },
  'foreign-page': { title: 'foreignPageTitle', yes: 'openPage', isUnasked: true },
  'linked-page': { title: 'linkedPageTitle', yes: 'openPage', isUnasked: true },
  unlisted: { title: 'linkUnlistedTitle', yes: 'openRolePage', note: 'linkUnlistedNote', isUnasked: true },
} as const satisfies Record<string, QuestionTexts>;

/** What is asked before a role is taken or a link is followed. */
export interface Question {
  readonly kind: keyof typeof TEXTS;
  readonly role: NamedRole;
  /** The page that it leads to. */
  readonly page?: string | undefined;
  confirm(): void;
  cancel(): void;
}

/** For hosts that take the keys before anybody else. */
export interface QuestionHandle {
  keyDown(event: KeyboardEvent): void;
}

interface ConfirmQuestionProps {
  readonly question: Question;
  /** Who would switch, in words; undefined where nobody is known. */
  readonly from: string | undefined;
  readonly handle: Ref<QuestionHandle>;
}

/**
 * Asks once more, naming what would be taken. The focus is on the way back, so that the key which chose the role, held or
 * pressed once too often, takes nothing; neither does the second click of a double one.
 */
export function ConfirmQuestion({ question, from, handle }: ConfirmQuestionProps) {
  const t = useTranslate();
  const yesRef = useRef<HTMLButtonElement>(null);
  const noRef = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => noRef.current?.focus({ preventScroll: true }), [question]);
  const { label, account, roleName, environment } = question.role;
  const { title, yes, note, isUnasked = false }: QuestionTexts = TEXTS[question.kind];
  const isArmed = useArmed(question, isUnasked);
  const keyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') question.cancel();
    else if (MOVES.has(event.key)) {
      const root = yesRef.current?.getRootNode() as Document | ShadowRoot | undefined;
      (root?.activeElement === noRef.current ? yesRef : noRef).current?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) return;
    event.preventDefault();
  };
  useImperativeHandle(handle, () => ({ keyDown }));
  const byUser = (act: () => void) => (event: MouseEvent) => {
    if (event.isTrusted && event.detail <= 1) act();
  };
  const confirm = () => {
    if (isArmed) question.confirm();
  };
  const page = question.page?.replace(/^https:\/\//, '');
  const place = `${readableAccount(account)}  ${roleName}`;
  return (
    <div
      class="question"
      role="alertdialog"
      aria-modal="true"
      aria-label={[t(title), label, place, environment, page, note && t(note), from].filter(Boolean).join(', ')}
    >
      <h2>{t(title)}</h2>
      <p>
        <PrivateText class="question-role">{label}</PrivateText>
        <PrivateText class="question-place">{place}</PrivateText>
        {environment !== undefined && (
          <PrivateText class={isProduction(question.role) ? 'question-env production' : 'question-env'}>
            {environment}
          </PrivateText>
        )}
        {page !== undefined && <PrivateText class="question-page">{`→ ${page}`}</PrivateText>}
        {from !== undefined && <PrivateText class="question-from">{from}</PrivateText>}
      </p>
      {note && <p class="question-note">{t(note)}</p>}
      <div class="question-buttons">
        <button ref={yesRef} type="button" class="plain" aria-disabled={!isArmed} onClick={byUser(confirm)}>
          {t(yes)}
        </button>
        <button ref={noRef} type="button" class="primary" onClick={byUser(question.cancel)}>
          {t('confirmNo')}
        </button>
      </div>
    </div>
  );
}

const MOVES: ReadonlySet<string> = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);
