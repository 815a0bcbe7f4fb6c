/** Where a section comes from; later ones may change only how an earlier one's role is shown. */
export type Origin =
  | { readonly kind: 'policy' }
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'personal' };

/** One text of several. Order: policy, then team sources, then personal. */
export interface Layer {
  readonly origin: Origin;
  readonly text: string;
}
