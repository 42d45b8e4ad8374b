/**
 * What no machine but the cloud's can measure. Printed beside the figures; whoever knows better changes it here and
 * runs the command again.
 */
export const assumed = {
  /** Milliseconds that a function of the API runs for a request, and more for each trip to the table. */
  msRequest: 15,
  msTrip: 8,
  /** Milliseconds of a cold start, which are paid for. Every sitting is met by one. */
  msCold: 450,
  /** Milliseconds that a job of the stream runs for one row, and read units that it takes. Two jobs are woken. */
  msWake: 60,
  readUnitsWake: 4,
  /** Bytes of log that the platform and the gateway write beside our own line, for each request. */
  bytesPlatformLog: 350,
  bytesAccessLog: 330,
  /** Months that logs are kept. */
  monthsOfLog: 6,
  /** Requests and bytes of the web client when it is opened again, and when a browser has none of it yet. */
  pages: { requests: 3, bytes: 6000 },
  firstPages: { requests: 30, bytes: 700_000 },
  /** Sittings for each that meets a browser without the client. */
  sittingsPerFirst: 20,
  /** Requests for the table's own key: the service keeps it open for five minutes for each who asks. */
  tableKeyRequestsPerSitting: 1,
  /** Monthly exports of the table that are kept. */
  exportsKept: 36,
} as const

/** Hours of a month in which people work, of those that are charged: a metric costs for the hours in which it is sent. */
export const hours = { worked: 176, charged: 730 } as const
/** Routes of the API that are asked in a working hour. */
export const routesInUse = 25
