import { maskIdNumber, maskName, maskPhone } from '#forms/standards'
import type { Masked } from '../api/contract/index.ts'
import { type Action, maskFor, type Sensitivity, type Subject } from '../identity/index.ts'
import type { TenantStore } from '../store/index.ts'
import { isService } from './reach.ts'

/** The values of a household that have a sensitivity of their own; answers have that of their form. */
export type Field = 'name' | 'idNumber' | 'phone' | 'guardian' | 'address'

export const sensitivityOf: { readonly [field in Field]: Sensitivity } = {
  name: 'personal',
  phone: 'personal',
  guardian: 'personal',
  address: 'personal',
  idNumber: 'sensitive',
}

const hide: { readonly [field in Field]: (text: string) => string } = {
  name: maskName,
  guardian: maskName,
  phone: maskPhone,
  idNumber: maskIdNumber,
  address: () => '***',
}

/** Whether a reader sees a value of this sensitivity here only as a mask. */
export const hides = (
  store: TenantStore,
  sensitivity: Sensitivity,
  action: Action,
  place: Subject,
): boolean => !isService(store) && maskFor(store.tenant, sensitivity, action, place)

/** A value as this reader sees it here. */
export const maskedFor =
  (store: TenantStore, place: Subject) =>
  (field: Field, text: string, path: string): Masked => {
    const masked = hides(store, sensitivityOf[field], 'household.read', place)
    return { text: masked ? hide[field](text) : text, masked, path }
  }
