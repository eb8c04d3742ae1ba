import { type WordList, wordList } from './word-list.ts'

/** Plans that leave adoption to itself. */
export const wishful: WordList = wordList([
  'will adopt it once', 'will adopt it when', 'adopt it once they', 'once they see it', 'when they see it', 'sells itself', 'sell itself',
  'speaks for itself', 'speak for itself', 'will come around', 'will get used to it', 'will use it anyway', 'will figure it out',
  'will pick it up', 'adoption will follow', 'adoption will happen', 'adoption will come', 'adoption comes by itself',
  'adoption will take care of itself', 'happen* by itself', 'happen* naturally', 'no training needed', 'no training is needed',
  'no training necessary', 'no change management needed', 'word of mouth',
])
