import type { Validate } from './validate.generated.js'

/** Compiled from schemas/config.schema.json. */
export declare const validate: Validate
