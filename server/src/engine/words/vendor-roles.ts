import { type WordList, wordList } from './word-list.ts'

/** Positions that people have at a vendor and hardly ever at its customer. A plain `partner` is none: law firms have them. */
export const vendorRoles: WordList = wordList([
  'customer success',
  'client success',
  'solution* architect',
  'solution* engineer',
  'solution* consultant',
  'sales engineer',
  'presales',
  'pre sales',
  'implementation partner',
  'implementation consultant',
  'technology partner',
  'delivery partner',
])
