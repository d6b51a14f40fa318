/** Does work on every item, so many at a time, and keeps the results in the items' order. The first failure ends it. */
export async function atATime<Item, Done>(
  count: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Done>,
): Promise<readonly Done[]> {
  const done = new Array<Done>(items.length)
  let next = 0
  const hand = async () => {
    for (let index = next++; index < items.length; index = next++) done[index] = await work(items[index]!, index)
  }
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, hand))
  return done
}
