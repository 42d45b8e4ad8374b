import { serviceProvince } from '../../../functions/identity/service.ts'
import { keys, openProvince, provinceOf, type Write } from '../../../functions/store/index.ts'
import type { Ground } from './place.ts'

type City = { readonly code: string; readonly name: string }

/** Enters cities into their provinces' registries, as opening them does: only who stands there gets messages. */
export const seedRegistry = async (ground: Ground, cities: readonly City[], at: Date): Promise<void> => {
  for (const province of new Set(cities.map(({ code }) => provinceOf(code)))) {
    const office = await openProvince(serviceProvince(province, 'demo'), ground.link, ground.ring)
    const own = cities.filter(({ code }) => provinceOf(code) === province)
    const standing = await office.getAll(own.map(({ code }) => keys.tenantKey(code)))
    const writes = own.flatMap(({ code, name }, i): Write[] => {
      const item = { schema: 1, city: code, name, opened: at.toISOString(), by: 'demo' }
      return standing[i] ? [] : [{ put: keys.tenantKey(code), item, expect: 'absent' }]
    })
    await office.write(writes)
  }
}
