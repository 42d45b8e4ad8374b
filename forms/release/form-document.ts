import * as z from 'zod'
import { key, localDate, role, source, text, todo } from '../catalogue/source.ts'
import { type FormDocument, periods } from '../definition/index.ts'

const title = z.string().min(1).max(100)
/** JSON Logic; the linter and the engine decide what of it is accepted. */
const logic = z.json()

const outcome = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/, { error: '标识只能用英文字母、数字、点和连字符' }),
  title,
  value: logic,
  bands: z
    .array(
      z.strictObject({ from: z.number(), to: z.number().optional(), level: z.string().min(1), label: title }),
    )
    .min(1)
    .optional(),
  rule: text,
  source: source.optional(),
})

const recommend = z.strictObject({
  item: key,
  when: logic,
  because: text,
  quantity: logic.optional(),
  per: z.enum(periods).optional(),
  source: source.optional(),
})

const sample = z.strictObject({
  title: text,
  answers: z.record(z.string(), z.unknown()),
  today: localDate,
  expect: z.strictObject({
    errors: z.array(z.string()).optional(),
    answers: z.record(z.string(), z.unknown()).optional(),
    hidden: z.array(z.string()).optional(),
    outcomes: z
      .record(z.string(), z.strictObject({ value: z.unknown().optional(), level: z.string().optional() }))
      .optional(),
    recommended: z.array(key).optional(),
  }),
})

/**
 * Document `form:<key>`: the frame around a Form.io definition. What stands inside `definition` is for the linter of
 * `#forms/definition`, which names every component.
 */
export const formDocument = z.strictObject({
  schema: z.literal(1),
  key,
  title,
  definition: z.looseObject({}),
  outcomes: z.array(outcome).optional(),
  recommends: z.array(recommend).optional(),
  samples: z.array(sample).max(200, { error: '一张表最多 200 个样例' }).optional(),
  /** Allowed unordered role pairs of the two investigators. */
  team: z.array(z.array(role).length(2)).min(1).optional(),
  subject: z.enum(['household', 'person']).optional(),
  source: source.optional(),
  todo: z.array(todo).optional(),
})

/** The document as a form, or undefined where its frame has not the shape of one; of its definition only the linter speaks. */
export const readForm = (document: unknown): FormDocument | undefined => {
  const parsed = formDocument.safeParse(document)
  // Under exactOptionalPropertyTypes zod's optional members also admit undefined; parsed JSON never holds it.
  return parsed.success ? (parsed.data as unknown as FormDocument) : undefined
}
