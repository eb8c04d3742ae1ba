import { Uri } from 'vscode'
import { isThere } from './new-files.ts'

/** The way to a folder from the root of its repository, where alone GitHub looks for workflows; empty where there is none above. */
export async function wayFromRoot(folder: Uri): Promise<string> {
  const steps = folder.path.split('/').filter((step) => step !== '')
  for (let up = 0; up <= steps.length; up++) {
    const above = folder.with({ path: `/${steps.slice(0, steps.length - up).join('/')}` })
    if (await isThere(Uri.joinPath(above, '.git'))) return steps.slice(steps.length - up).join('/')
  }
  return ''
}
