import { type Row, ratioOf } from './row.ts'
import type { Spread } from './spread.ts'

export interface Circumstances {
  /** An ISO date. */
  readonly date: string
  readonly machine: string
  readonly peers: readonly string[]
}

/** The page with the results. */
export function pageOf(rows: readonly Row[], { date, machine, peers }: Circumstances): string {
  const lines = rows.map((row) => {
    const met = ratioOf(row) <= row.goal ? 'yes' : '**no**'
    const cells = [row.what, figure(row.ours, row), figure(row.peer, row), row.against]
    const taken = `${Math.round((row.taken ?? 0) * 100)} %`
    return `| ${[...cells, short(ratioOf(row)), String(row.goal), met, taken].join(' | ')} |`
  })
  return `# Performance

Written by \`npm run bench\`, which starts each peer beside ours on the same files and the same edits, in turn. Times on shared
machines are noisy, so what counts is the ratio. A figure is the median, or the 95th of 100 where the row says p95, with the least and the
most in brackets. The last column says how much of the processors' time others on the same machine took meanwhile, at most: what they
took a tenth of was measured again, up to three times.

${date}, ${machine}. Peers: ${peers.join(', ')}.

| what | ours | peer | which peer | ratio | goal | met | taken |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

${FINDINGS}`
}

const FINDINGS = `## What helped, and what did not

- A text is divided at the keys of its first level. Each entry is parsed, read and validated once and kept until its text changes; a rule
  that had nothing to say is asked again only when an entry that it looked at is another. A keystroke in 200 lines asks 25 of 163 rules.
- Words are looked for by comparing texts. A pattern with all letters of the world, regardless of case, takes some milliseconds to compile, and a
  pilot is looked through with some thirty lists: the first findings waited for that more than for anything else. Where a pattern is needed, texts of
  ASCII are looked through by a simple one: the first findings came after 34 ms instead of 41.
- Names were compared each with each in one rule, which took three quarters of the time at 10,000 lines.
- An edit listed all pilots of the workspace and asked what holds for each. It replaces one of them now.
- A key in a name, a date or a cost asked all rules over all pilots: a second with 10,000 of them. What was said holds until the author pauses, and
  is worked out in steps then.
- Above 500 pilots the dashboard read every one of them again at each edit, 2.1 s with 1,000; of an edit it reads one now, and what is left is
  writing down the whole board, 0.35 s for 10 MB.
- The past took longer than the present: one file of a repository with 1,000 pilots was checked in 5.4 s, since the texts of all were read, and is in
  0.8 s. A revision is read by what differs from the one before, and what it commits to is remembered by the id of its text: a remembered check of
  all takes 2 s instead of 4.5. Whether a change is one of mode alone was looked for through all commits, in the square of their number.
- Three quarters of reading ten thousand small files was taking turns (\`fs/promises\`): the command line reads them one by one, 0.5 s instead of 1.4.
- A forecast of 1,000 pilots took 73 s and 1,032 MB and takes 35 s and 325 MB: the rules that are due were worked out for each day of each pilot, all
  trees were held, and dates were counted by \`Date\`, which takes eight times as long as counting.
- More than half of the first findings was compiling: nearly every rule is run for the first time. What V8 has compiled three seconds after the first
  check is kept (\`cachedData\`), and the next start runs it: 307 ms instead of 364, and the first findings after 38 instead of 86. The server is scripts
  for that, since Node 20 cannot keep the code of modules. The cache that Node 24 has itself takes the start from 250 to 215 ms and nothing off the
  first findings, since it keeps no function that is compiled later.
- The first number with a comma took 35 ms: \`Intl.NumberFormat\` loads the data of a language, a tenth of the start. Ours are written without it.
- Flags of V8 (\`always-sparkplug\`, \`no-lazy-feedback-allocation\`, \`max-lazy\`, \`min-semi-space-size\`, \`single-threaded\`) changed nothing that could be told from
  noise. \`max-semi-space-size=2\` takes an open document from 0.49 to 0.29 MB and no time; our extension starts the server with it, and with
  \`v8-pool-size=2\`: each of the four threads that help V8 keeps memory for itself, and with two of them an open document takes 0.2 MB, and the
  start and the keys take as long as before.
- Of open documents the eight that were edited last keep their trees. Who comes back to another one waits for one check of the whole file, and 100
  documents of 200 lines hold 2.7 MB.
- Of a pilot that is not open its findings are held, and what others and the lists need of it, but no tree: 1,000 pilots take 157 MB instead of 250, and
  the tree of the pilots is sent only what has changed.
- Keeping what the analysis of an edit is made of only from the first edit on saves 0.05 MB for each open document, and makes the first keystroke wait twice
  as long and the end of a burst seven times. It is kept from the opening.
- A third of the processor time of a check of 1,000 pilots is compiling what has become hot, not running. Working out once what is the same of the rules for every
  file, and reading anchors without the parser, which was compiled for one file in twenty, took a quarter of it together. A larger \`interrupt-budget\` of V8
  would take another sixth, and is not set: the time that one waits stays as it is, since V8 compiles on another core, and a version that does not know the
  flag says so on every run. A second thread is started from 1,500 files on, no longer from 500: for 1,000 it costs a second of processor time and
  45 MB and saves next to nothing.
- A check that finds everything remembered waited for what it kept more than for anything else. Two thirds of it were the names that pilots
  mention, each with its key and its path; as numbers into one list of texts a file takes 3.7 kB instead of 7.2, and the run a third less processor time.
- Without a history the repository of each file was looked for in all folders above it, and each look that finds nothing makes an error: a
  folder is looked into once now.
- The list of all pilots was copied on every keystroke: with 10,000 of them the copy, and the garbage that it left, took longer than the check.
- The index of 10,000 pilots was built by the thread that answers the author. A second one takes them from the other end: of 4,000 on two cores,
  17 s where the command line takes 19. One watch over three files at a time instead of one for each saved three in a hundred of it, and is not kept.
- In an open text of 10,000 lines a fifth of a keystroke went into comparing what has not changed by \`startsWith\`, where two equal slices are compared some
  fifty times as fast, and a tenth into a pattern that looked for the ends of lines.
- The items of a long list in the entry that is edited were kept and moved too, instead of read again: 1.7 ms instead of 2.2 at 10,000 lines, and nothing at
  1,000. Not kept: what takes the time there are the rules, and in 200 lines what is the same for every key.
- Lists that had grown one by one kept room for seventeen, a part and a section of a text held three closures for one value, and the sets of the keys at which
  rules look were made anew for each pilot: an open document of 200 lines went from 0.28 to 0.24 MB. \`optimize-for-size\` and \`heap-growing-percent\` took no more off it.
- The watch that ends a check that hangs is a thread of its own, for which a keystroke pays 0.7 ms. It stays: no other way was found to end a
  pattern, and a pilot that hangs must not take the others with it.
- 100,000 pilots were tried once: \`check\` takes 240 s and 3.0 GB, ten times what 10,000 take. The server shows the first findings of an open file after
  0.2 s, knows all of them after 516 s and holds 3.9 GB then, which is as much as Node.js gives a program by itself.
- Half of the memory of 10,000 pilots was not in use any more. V8 waits until as much again lies about as is in use; at half as much
  (\`heap-growing-percent\`, set when many files are checked and never in the server) the peak goes from 643 to 438 MB in the same processor time. The
  lines of the cache were small blocks of memory, which take twice their length. What is left is in the main the texts.
- The report of 10,000 pilots was one text of 29 MB, which is 54 as V8 holds it, and again as much while it was written. Piece by piece the peak
  went from 531 to 442 MB. A fix that was remembered held two functions to find its edits, of which there are a hundred thousand: 389 MB without.
- That was set when the texts had been read, and until the next look for garbage four times as much as was in use lay about. Set before, and at a fifth
  instead of a half; with the lines of the cache on the disk as they come, and the lines of one text at a time in the report for people: 428 MB went to 341
  for 10,000 pilots and 150 to 141 for 1,000. Texts that were compressed a few together, or held outside of the heap, took nothing off it.
- The code that ajv writes holds places in the schema, parents and what was evaluated, of which nothing is asked. Without them a quarter of the
  compiled schemas is gone, 2.3 kB of the server's start.
- The tree of 10,000 pilots made all rows below each of them, and their tooltips: 9.7 s on a busy machine, where it takes 1.3 to make what is in sight.
- A question about one name read all names of all pilots, and waited until all were compared: 1.5 to 1.8 s of processor time among 10,000, and 2.4 for
  the symbols of the workspace. The numbers of the names of each pilot are kept while it says the same: 30 ms, and 80 for five hundred symbols;
  0.2 s after an edit of a name, since who is who is worked out anew, and 0.6 the first time.
- The list of 10,000 pilots was 50 MB, and after each edit 0.7 MB of addresses. In brief it is a ninth, an edit sends one pilot, and the outputs, gates
  and findings of a pilot are asked for when somebody unfolds it.
`

function figure(spread: Spread, { unit, by }: Row): string {
  return `${short(spread[by])} ${unit} (${short(spread.min)}–${short(spread.max)})`
}

function short(value: number): string {
  if (value >= 100) return String(Math.round(value))
  return value.toPrecision(value >= 10 ? 3 : 2)
}
