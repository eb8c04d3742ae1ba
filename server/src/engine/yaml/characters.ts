export const CR = 13
export const SPACE = 32
export const HASH = 35
export const DASH = 45
export const COLON = 58
