import { admitCity, admitProvince, type Province, type Tenant } from './tenant.ts'

/** What runs without a person. Only `functions/jobs`, `infra/local`, `infra/tenants` and tests may import this file. */
export type Service = 'rollup' | 'courier' | 'settle' | 'export' | 'operator' | 'demo' | 'test'

/** A job's place in a city. It carries no role: what a job may do is what its code does. */
export const serviceTenant = (city: string, service: Service): Tenant =>
  admitCity(city, `service:${service}`, [])

export const serviceProvince = (code: string, service: Service): Province =>
  admitProvince(code, `service:${service}`, [])
