import type { Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { isProduction } from '../core/config/environment.ts';
import type { NamedRole } from '../core/roles/confirmation.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { PrivateText } from './private-text.tsx';
import { useTranslate } from './translation.ts';

/** What is asked before a role is taken. */
export interface Question {
  readonly role: NamedRole;
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
  useLayoutEffect(() => noRef.current?.focus(), [question]);
  const { label, account, roleName, environment } = question.role;
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
  const place = `${readableAccount(account)}  ${roleName}`;
  return (
    <div
      class="question"
      role="alertdialog"
      aria-modal="true"
      aria-label={[t('confirmTitle'), label, place, environment, from].filter(Boolean).join(', ')}
    >
      <h2>{t('confirmTitle')}</h2>
      <p>
        <PrivateText class="question-role">{label}</PrivateText>
        <PrivateText class="question-place">{place}</PrivateText>
        {environment !== undefined && (
          <PrivateText class={isProduction(question.role) ? 'question-env production' : 'question-env'}>
            {environment}
          </PrivateText>
        )}
        {from !== undefined && <PrivateText class="question-from">{from}</PrivateText>}
      </p>
      <div class="question-buttons">
        <button ref={yesRef} type="button" class="plain" onClick={byUser(question.confirm)}>
          {t('confirmYes')}
        </button>
        <button ref={noRef} type="button" class="primary" onClick={byUser(question.cancel)}>
          {t('confirmNo')}
        </button>
      </div>
    </div>
  );
}

const MOVES: ReadonlySet<string> = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);
