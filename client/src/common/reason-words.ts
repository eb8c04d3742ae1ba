import type { Language } from './tree-node.ts'

/**
 * Why rules were not run, or a past cannot be shown, as the end of a sentence: the server says it in English, where it would end
 * a sentence of another language. What is not known here stays as it is.
 */
export function reasonWords(reason: string, l10n: Language): string {
  const known = wordsIn(l10n)
  return reason
    .split(': ')
    .map((part) => known.get(part) ?? part)
    .join(': ')
}

function wordsIn(l10n: Language): ReadonlyMap<string, string> {
  return new Map([
    ['for lack of Git history', l10n.t('for lack of Git history')],
    ['for lack of the other pilots', l10n.t('for lack of the other pilots')],
    ['for lack of a registry', l10n.t('for lack of a registry')],
    ['it is switched off', l10n.t('it is switched off')],
    ['this workspace is not trusted', l10n.t('this workspace is not trusted')],
    ['Git cannot be asked from a browser', l10n.t('Git cannot be asked from a browser')],
    ['there is no Git on this machine', l10n.t('there is no Git on this machine')],
    ['this is not a Git repository', l10n.t('this is not a Git repository')],
    [
      'the Git repository says that its files are somewhere else',
      l10n.t('the Git repository says that its files are somewhere else'),
    ],
    [
      'this is a shallow clone (git fetch --unshallow makes it whole)',
      l10n.t('this is a shallow clone (git fetch --unshallow makes it whole)'),
    ],
    [
      'this clone lacks earlier texts (git fetch --refetch --no-filter makes it whole)',
      l10n.t('this clone lacks earlier texts (git fetch --refetch --no-filter makes it whole)'),
    ],
    ['the repository has no commits yet', l10n.t('the repository has no commits yet')],
    ['it begins after the day asked about', l10n.t('it begins after the day asked about')],
    ['the file is in no commit yet', l10n.t('the file is in no commit yet')],
    ['no commit holds a readable text of it', l10n.t('no commit holds a readable text of it')],
    ['the text is not a file', l10n.t('the text is not a file')],
    ['Git took too long', l10n.t('Git took too long')],
    ['Git could not read the repository', l10n.t('Git could not read the repository')],
  ])
}
