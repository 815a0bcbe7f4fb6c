/** What keeps a form from being taken over, as sentences. */
export function FormErrors({ errors }: { readonly errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <ul class="notice notice-alert" role="alert">
      {errors.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
