import { rmSync } from 'node:fs'

/*
 * Loaded into the VS Code server before its own code. The channel to the process that started it closes when that process dies,
 * even by SIGKILL, and then nothing of the server may stay: neither its children, which are in its process group, nor its folder.
 */
if (process.env.PILOTS_SERVER_FOLDER !== undefined && process.channel) {
  const folder = process.env.PILOTS_SERVER_FOLDER
  delete process.env.PILOTS_SERVER_FOLDER
  process.once('disconnect', () => {
    rmSync(folder, { recursive: true, force: true })
    process.kill(-process.pid, 'SIGKILL')
  })
  process.channel.unref()
}
