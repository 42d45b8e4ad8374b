import { adoptionRouter } from '../adoption.ts'
import { changesRouter } from '../changes.ts'
import type { Routers } from '../compose.ts'
import { packsRouter } from '../packs.ts'
import { whatIfRouter } from '../what-if.ts'

/**
 * What a city starts from (under `/api`), what changes between two configurations and what that costs, and taking one
 * over whole. It has a function of its own in the cloud: it needs much code that neither the daily work nor the studio
 * needs otherwise.
 */
export const changesFunction: Routers = {
  root: [packsRouter],
  cities: [adoptionRouter, changesRouter, whatIfRouter],
}
