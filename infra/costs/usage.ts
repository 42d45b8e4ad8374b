import { cloudFunctions } from '../aws/functions.ts'
import { assumed } from './assumed.ts'
import { together, type Usage } from './bill.ts'
import type { Journey } from './journey.ts'

const giga = 1e9

const ofFunction = (memory: number, invocations: number, ms: number): Usage => ({
  functionRequests: invocations,
  functionGbSeconds: (memory / 1024) * (ms / 1000),
})

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

/** What one assessment uses, with what it leaves behind for one month. */
export const ofAssessment = (journey: Journey, hasContentNetwork: boolean): Usage => {
  const { steps, sittings, keyRequests, wakes, addedBytes } = journey
  const requests = steps.length
  const trips = sum(steps.map((step) => step.trips))
  const first = sittings / assumed.sittingsPerFirst
  const pages = sittings * assumed.pages.requests + first * assumed.firstPages.requests
  const pageBytes = sittings * assumed.pages.bytes + first * assumed.firstPages.bytes
  const logs =
    sum(steps.map((step) => step.log)) + requests * (assumed.bytesPlatformLog + assumed.bytesAccessLog)
  return together(
    {
      readUnits: sum(steps.map((step) => step.rcu)) + 2 * wakes * assumed.readUnitsWake,
      writeUnits: sum(steps.map((step) => step.wcu)),
      tableGb: addedBytes / giga,
      restoreGb: addedBytes / giga,
      apiRequests: requests + (hasContentNetwork ? 0 : pages),
      pageRequests: hasContentNetwork ? requests + pages : 0,
      outGb: (sum(steps.map((step) => step.bytes)) + pageBytes) / giga,
      keyRequests: keyRequests + sittings * assumed.tableKeyRequestsPerSitting,
      logGb: logs / giga,
      logStoredGb: (logs / giga) * assumed.monthsOfLog,
    },
    ofFunction(
      cloudFunctions.city.memory,
      requests,
      requests * assumed.msRequest + trips * assumed.msTrip + sittings * assumed.msCold,
    ),
    ofFunction(cloudFunctions.rollup.memory, 2 * wakes, 2 * wakes * assumed.msWake),
    hasContentNetwork ? {} : ofFunction(cloudFunctions.web.memory, pages, pages * assumed.msRequest),
  )
}

/** What a city uses in a month in which nobody works in it: its rows, their copies, its alarms. */
export const ofIdleCity = (idleBytes: number, alarms: number): Usage => ({
  tableGb: idleBytes / giga,
  restoreGb: idleBytes / giga,
  exportGb: idleBytes / giga,
  objectGb: (idleBytes / giga) * assumed.exportsKept,
  alarms,
})
