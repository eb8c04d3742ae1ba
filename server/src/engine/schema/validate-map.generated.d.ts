import type { Validate } from './validate.generated.js'

/** Compiled from schemas/import-map.schema.json. */
export declare const validate: Validate
