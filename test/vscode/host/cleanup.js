import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

const undos = new Set()
/** @type {number | undefined} */
let exitCode
let listening = false

/**
 * Calls `undo` once: when the returned function is called, or when this process ends, also by a signal.
 * `undo` must do all its work before it returns, because an ending process waits for nothing.
 * @param {() => void} undo
 * @returns {() => void}
 */
export function atEnd(undo) {
  listen()
  undos.add(undo)
  return () => {
    if (undos.delete(undo)) undo()
  }
}

/**
 * A new folder that goes away with this process, or earlier with `remove`.
 * Its path is short, because sockets are made in it and their paths must stay under 104 bytes.
 * @returns {{ path: string, remove: () => void }}
 */
export function temporaryFolder() {
  // On macOS each user has a folder of his own, whose path is too long by itself.
  const place = process.platform === 'darwin' ? '/tmp' : tmpdir()
  const path = mkdtempSync(join(realpathSync(place), 'pilots-'))
  return { path, remove: atEnd(() => removeFolder(path)) }
}

/** Removes a folder with all its content, even while a dying process still writes to it. */
export function removeFolder(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

/**
 * Kills a process that was started with `detached`, and all its descendants that did not leave its group.
 * @param {number} pid
 */
export function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * Ctrl+C, SIGTERM and SIGHUP end this process with `code` instead of the signal's own number.
 * @param {number} code
 */
export function onSignalExitWith(code) {
  exitCode = code
  listen()
}

function listen() {
  if (listening) return
  listening = true
  process.on('exit', undoAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.exit(exitCode ?? 128 + constants.signals[signal]))
  }
}

/** Last in, first out: the server ends before the folder that it writes to goes. */
function undoAll() {
  for (const undo of [...undos].reverse()) {
    undos.delete(undo)
    try {
      undo()
    } catch (error) {
      console.error(`Could not clean up: ${error.message}`)
    }
  }
}
