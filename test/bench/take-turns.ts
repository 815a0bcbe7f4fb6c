/** Turns that warm everything up and are not counted. */
const WARM_UPS = 2;

/** Takes so many turns one after the other. What is to be compared belongs into one turn. */
export async function takeTurns<Turn>(turns: number, take: () => Promise<Turn>): Promise<readonly Turn[]> {
  const taken: Turn[] = [];
  for (let turn = -WARM_UPS; turn < turns; turn += 1) {
    const result = await take();
    if (turn >= 0) taken.push(result);
  }
  return taken;
}
