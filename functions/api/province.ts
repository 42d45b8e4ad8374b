import { Hono } from 'hono'
import * as z from 'zod'
import { isLocalDate, localDate } from '#forms/standards'
import {
  compareCatalogues,
  compareFees,
  compareForms,
  compareIndicators,
  listCities,
} from '../oversight/index.ts'
import { query } from './body.ts'
import type { ProvinceEnv } from './env.ts'
import { guard } from './guard.ts'

const day = z.string().refine(isLocalDate, '日期应写作 2026-01-01，并且确有其日')
const on = z.strictObject({ on: day.exactOptional() })
const nothing = z.strictObject({})

/** What an office sees: cities side by side, from what they disclosed. No route here can reach a city's own rows. */
export const provinceRouter = () =>
  new Hono<ProvinceEnv>()
    .get('/cities', guard('province.cities'), query(nothing), async (c) =>
      c.json(await listCities(c.var.provinceStore, localDate(c.var.clock()))),
    )
    .get('/comparison/catalogue', guard('province.compare'), query(nothing), async (c) =>
      c.json(await compareCatalogues(c.var.provinceStore, localDate(c.var.clock()))),
    )
    .get('/comparison/fees', guard('province.compare'), query(on), async (c) =>
      c.json(await compareFees(c.var.provinceStore, c.req.valid('query').on ?? localDate(c.var.clock()))),
    )
    .get('/comparison/forms', guard('province.compare'), query(nothing), async (c) =>
      c.json(await compareForms(c.var.provinceStore, localDate(c.var.clock()))),
    )
    .get('/comparison/indicators', guard('province.compare'), query(nothing), async (c) =>
      c.json(await compareIndicators(c.var.provinceStore, localDate(c.var.clock()))),
    )
