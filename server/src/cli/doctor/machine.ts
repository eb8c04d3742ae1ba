import about from '../../../../package.json' with { type: 'json' }
import type { Machine } from '../io.ts'
import { type CheckUp, fine, note, wrong } from './check-up.ts'

/** The oldest Node.js that it runs on. */
const NODE = 20

/** What the program runs on. */
export async function examineMachine({
  node,
  platform,
  ci,
  gitVersion,
}: Machine): Promise<readonly CheckUp[]> {
  const major = Number.parseInt(node, 10)
  const nodeSays = `${node} on ${platform}`
  const git = await gitVersion()
  return [
    fine('pilots', about.version),
    major >= NODE
      ? fine('Node.js', nodeSays)
      : wrong('Node.js', nodeSays, `Install Node.js ${NODE} or newer.`),
    git === undefined
      ? note('Git', 'none on the PATH', 'Install Git, so that rules can ask what was agreed before.')
      : fine('Git', git),
    fine('build service', ci ?? 'none'),
  ]
}
