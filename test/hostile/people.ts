import { type Person, people as usual } from '../functions/harness.ts'

/** Those of the harness, and who is only needed to be kept out. */
export const people: { readonly [subject: string]: Person } = {
  ...usual,
  '341700.county2': {
    kind: 'city',
    code: '341700',
    name: '东演示',
    roles: [{ role: 'county.admin', divisions: ['341721'] }],
  },
}
