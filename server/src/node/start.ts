import { fileURLToPath } from 'node:url'
import { once } from '../engine/once.ts'
import { keepingCode } from './kept-code.ts'

/** Where an editor lets the server keep its compiled code. */
const OPTION = '--compiled='

/** Milliseconds after the first check: the findings are shown by then, and nearly all that they take has been compiled. */
const SOON = 3_000

const place = process.argv.find((argument) => argument.startsWith(OPTION))?.slice(OPTION.length)
const { load, keep } = keepingCode(fileURLToPath(new URL('.', import.meta.url)), place)
const { main }: typeof import('./main.ts') = load('server-main.cjs')

main({ entry: import.meta.url, checked: once(() => setTimeout(keep, SOON).unref()) })
