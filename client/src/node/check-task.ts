import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode'

const TYPE = 'pilots'

/** The task `pilots: check` of every folder, which runs the command line that comes with the extension. */
export function registerCheckTask(context: ExtensionContext): Disposable {
  const program = context.asAbsolutePath('dist/cli.js')
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => {
      const folders = workspace.workspaceFolders ?? []
      return folders.flatMap((folder) => checkTask({ type: TYPE, task: 'check' }, folder, program) ?? [])
    },
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0]
      return folder && checkTask(definition, folder, program)
    },
  })
}

function checkTask(definition: TaskDefinition, folder: WorkspaceFolder, program: string): Task | undefined {
  if (definition['task'] !== 'check' || folder.uri.scheme !== 'file') return undefined
  // The folder that is open, not the whole repository around it.
  const args = [program, 'check', '.', '--format=concise', ...optionsOf(definition['args'])]
  const execution = new ProcessExecution(process.execPath, args, {
    cwd: folder.uri.fsPath,
    // On the desktop it is VS Code itself, which then is the Node.js in it and nothing more.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  })
  // Without a problem matcher: the server has told VS Code of the same findings, and they would stand there twice.
  const task = new Task(definition, folder, 'check', TYPE, execution, [])
  task.group = TaskGroup.Test
  return task
}

function optionsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
