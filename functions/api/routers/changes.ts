import { adoptionRouter } from '../adoption.ts'
import { changesRouter } from '../changes.ts'
import type { Routers } from '../compose.ts'
import { descriptionRouter } from '../description.ts'
import { packsRouter } from '../packs.ts'
import { whatIfRouter } from '../what-if.ts'

/**
 * What a city starts from (under `/api`), what changes between two configurations and what that costs, and taking one
 * over whole; and the description of the API. It has a function of its own in the cloud: it needs much code that
 * neither the daily work nor the studio needs otherwise, and it carries files.
 */
export const changesFunction: Routers = {
  root: [packsRouter, descriptionRouter],
  cities: [adoptionRouter, changesRouter, whatIfRouter],
}
