import type { FieldError, RoleGrant } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { unknownDivisions } from './city-tree.ts'
import { unknownProviders } from './providers.ts'

/**
 * Refuses roles for divisions or providers that the city does not have (`invalid`): whoever held one would see nothing,
 * or, once the code is given to something else, what was never meant for them.
 */
export const refuseUnknownGrants = async (
  store: TenantStore,
  roles: readonly RoleGrant[],
  today: string,
): Promise<void> => {
  const codes = roles.flatMap(({ divisions = [] }) => divisions)
  const ids = roles.flatMap(({ provider }) => provider ?? [])
  const [places, firms] = await Promise.all([
    unknownDivisions(store, today, codes),
    unknownProviders(store, ids),
  ])
  const errors = roles.flatMap(({ divisions = [], provider }, at): FieldError[] => [
    ...divisions.flatMap((code, place) =>
      places.has(code)
        ? [
            {
              path: `roles[${at}].divisions[${place}]`,
              code: 'unknown-division',
              message: `本市没有代码为“${code}”的区划，请重新选择；新设的区划请先在“城市概况”中补上。`,
            },
          ]
        : [],
    ),
    ...(provider !== undefined && firms.has(provider)
      ? [
          {
            path: `roles[${at}].provider`,
            code: 'unknown-provider',
            message: `本市没有编号为“${provider}”的承接机构，请先在“成员”中登记这家机构。`,
          },
        ]
      : []),
  ])
  const [first] = errors
  if (first) throw new Refused('invalid', first.message, { errors })
}
