import type { Connection } from 'vscode-languageserver'
import type { Client } from './client.ts'

/** Shows, to a client that can, that the workspace is being read, until that is done. */
export async function showProgress(
  { window }: Connection,
  { showsProgress }: Client,
  done: Promise<void>,
): Promise<void> {
  if (!showsProgress) return
  const progress = await window.createWorkDoneProgress()
  progress.begin('Reading pilots')
  try {
    await done
  } finally {
    progress.done()
  }
}
