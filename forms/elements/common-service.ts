import type { CommonService } from './service.ts'
import { commonServices } from './services.ts'

const serviceByCode = new Map(commonServices.map((one) => [one.code, one]))

/** The common service with this code, e.g. `svc.bath`; undefined if the dictionary has none. */
export const commonServiceOf = (code: string): CommonService | undefined => serviceByCode.get(code)
