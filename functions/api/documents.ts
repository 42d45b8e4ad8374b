import { Hono } from 'hono'
import * as z from 'zod'
import { documentText } from '../configuration/index.ts'
import { query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

/** `/documents/{sha256}`: a document by its hash. It can never be another one, so whoever may read it may keep it. */
export const documentsRouter = () =>
  new Hono<Env>().get('/documents/:sha256', guard('document.read'), query(z.strictObject({})), async (c) => {
    const sha = c.req.param('sha256')
    const text = await documentText(c.var.store, sha)
    const tag = `"${sha}"`
    c.header('ETag', tag)
    c.header('Cache-Control', 'private, max-age=31536000, immutable')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })
