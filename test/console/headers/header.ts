import type { PageFacts } from '../page-facts.ts';
import { header2020 } from './header-2020.ts';
import { header2025 } from './header-2025.ts';
import { headerLegacy } from './header-legacy.ts';
import { headerUnknown } from './header-unknown.ts';

/** One kind of navigation bar, as the page's script builds it. */
export interface Header {
  /** The element, served empty, that the script fills. */
  readonly mount: string;
  readonly wide: string;
  /** Below 620 px (contract §2.1); the same as `wide` where a bar has no narrow form. */
  readonly narrow: string;
  /** The account menu's content, which comes after the bar; empty where the bar has it from the start. */
  readonly accountMenu: string;
  /** The account button's title, which multi-session pages fill 600-800 ms after the button (contract §2.1). */
  readonly lateTitle: string;
  readonly bodyClass: string;
}

export function headerOf(facts: PageFacts): Header {
  switch (facts.view.header) {
    case '2025':
      return header2025(facts);
    case '2020':
      return header2020(facts);
    case 'legacy':
      return headerLegacy(facts);
    case 'none':
      return headerUnknown(facts);
  }
}
