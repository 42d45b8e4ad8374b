import { Hono } from 'hono'
import * as z from 'zod'
import {
  assessmentRequestShape,
  confirmAssessment,
  idIn,
  readAssessment,
  submitAssessment,
} from '../casework/index.ts'
import { body } from './body.ts'
import { bodyIfAny } from './body-if-any.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const path = '/households/:household/assessments'

/** Assessments of a household: made once, confirmed once, never changed. */
export const assessmentsRouter = () =>
  new Hono<Env>()
    .post(path, guard('assessment.submit'), body(assessmentRequestShape), async (c) => {
      const { store, clock } = c.var
      const made = await submitAssessment(store, idIn(c.req.param('household')), c.req.valid('json'), clock)
      return c.json(made.assessment, made.replayed ? 200 : 201)
    })
    .get(`${path}/:assessment`, guard('assessment.read'), async (c) =>
      c.json(
        await readAssessment(c.var.store, idIn(c.req.param('household')), idIn(c.req.param('assessment'))),
      ),
    )
    .post(
      `${path}/:assessment/confirm`,
      guard('assessment.confirm'),
      bodyIfAny(z.strictObject({})),
      async (c) => {
        const { household, assessment } = c.req.param()
        return c.json(await confirmAssessment(c.var.store, idIn(household), idIn(assessment), c.var.clock))
      },
    )
