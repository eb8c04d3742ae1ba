/** One complaint of the compiled schema. */
export interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Validate {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}

/** Compiled from schemas/pilot.schema.json. Leaves its complaints in `errors`. */
export declare const validate: Validate
