import { type WordList, wordList } from './word-list.ts'

/**
 * Signs that a person carries the data by hand. Media alone are none: tickets may arrive by e-mail, a system may be
 * called export-control, and an Excel add-in may be the place of work.
 */
export const manualData: WordList = wordList([
  'csv', 'csvs', 'csv file*', 'copy paste*', 'copy and paste*', 'copied and pasted', 'copy pasted', 'copied by hand', 'typed in by hand',
  'excel file*', 'excel export*', 'excel sheet*', 'excel list*', 'excel extract*', 'spreadsheet export*', 'spreadsheet extract*',
  'manual export*', 'manual extract*', 'manual upload*', 'manual download*', 'manually export*', 'manually assembled', 'manually uploaded',
  'manually downloaded', 'manually prepared', 'manually collected', 'export* by hand', 'upload* by hand', 'download* by hand',
  'assembled by hand', 'prepared by hand', 'collected by hand', 'hand prepared', 'hand assembled', 'hand collected',
  'weekly export*', 'monthly export*', 'one off export*', 'one time export*', 'data export*', 'export file*', 'exports from', 'export from', 'exported from',
  'scheduled extract*', 'shared folder*', 'extract by e mail', 'extract by email', 'file by e mail', 'file by email', 'files by e mail', 'files by email',
  'export by e mail', 'export by email', 'list by e mail', 'list by email', 'report by e mail', 'report by email', 'spreadsheet by e mail', 'spreadsheet by email',
  'e mailed by', 'emailed by', 'mailed by', 'e mailed spreadsheet*', 'emailed spreadsheet*', 'usb stick*',
])
