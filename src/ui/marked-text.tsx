import type { Range } from '../core/search/highlight.ts';
import { PrivateText } from './private-text.tsx';

interface MarkedTextProps {
  readonly class: string;
  /** Ascending, none touching another. */
  readonly ranges: readonly Range[] | undefined;
  readonly children: string;
}

/** A text with what was found in it set apart; drawn as `PrivateText` is. */
export function MarkedText({ class: className, ranges = [], children: text }: MarkedTextProps) {
  if (ranges.length === 0) return <PrivateText class={className}>{text}</PrivateText>;
  const ends = [0, ...ranges.flatMap(({ from, to }) => [from, to]), text.length];
  return (
    <span class={className}>
      {/* Every second part is one that was found. */}
      {ends.slice(1).map((end, part) => {
        const piece = text.slice(ends[part], end);
        return piece === '' ? null : (
          <PrivateText key={part} {...(part % 2 === 1 && { class: 'found' })}>
            {piece}
          </PrivateText>
        );
      })}
    </span>
  );
}
