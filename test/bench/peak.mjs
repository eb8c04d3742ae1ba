import { writeFileSync } from 'node:fs'

// Loaded in front of a program: leaves behind how much memory it took at most, in MB.
process.on('exit', () => {
  writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS / 1000))
})
