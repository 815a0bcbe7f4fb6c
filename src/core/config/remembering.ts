/** Reads each text once: a configuration repeats its keys, its values and the names of its bases. */
export function remembering<Found>(read: (written: string) => Found): (written: string) => Found {
  const known = new Map<string, Found>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const found = read(written);
    known.set(written, found);
    return found;
  };
}
