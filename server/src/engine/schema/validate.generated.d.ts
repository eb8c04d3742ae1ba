/** One complaint of the compiled schema. */
export interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Leaves its complaints in `errors`. */
export interface Validate {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}

/** Compiled from schemas/pilot.schema.json. */
export declare const validate: Validate
