/** Chat, sign-in and gallery miss their network, the service worker its file, and the log its modules where they cannot be built. */
const aboutOthers =
  /chat|copilot|AgentHost|api\.github\.com|authentication|AccountPolicy|DefaultAccount|open-vsx|gallery|service worker|vsda|spdlog|native-watchdog|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|status of 404|response code \(404\)|unknown error occurred/i
/** Progress of the connection and of the window. */
const aboutProgress =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional|Creation of workbench contribution)|sandboxing|same-origin iframe/

/**
 * Whether an entry of VS Code's log says nothing about the extension or the tests.
 * @param {string} entry with all its lines
 */
export function isNoise(entry) {
  return aboutOthers.test(entry) || aboutProgress.test(entry)
}
