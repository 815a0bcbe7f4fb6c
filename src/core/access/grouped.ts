/** Things by a name of theirs; names and things keep their order. */
export function grouped<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const members = groups.get(name);
    if (members) members.push(thing);
    else groups.set(name, [thing]);
  }
  return groups;
}
