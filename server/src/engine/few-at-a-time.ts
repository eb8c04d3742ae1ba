/**
 * Asks about each of many, a few at a time, and answers in their order. A system lets a program open few files at once, and what it
 * refuses beyond them would be taken for missing.
 */
export async function fewAtATime<Thing, Answer>(
  all: Iterable<Thing>,
  ask: (thing: Thing) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const things = [...all]
  const answers: Answer[] = []
  for (let at = 0; at < things.length; at += FEW) {
    const few = things.slice(at, at + FEW).map((thing) => ask(thing))
    for (const answer of await Promise.all(few)) answers.push(answer)
  }
  return answers
}

const FEW = 16
