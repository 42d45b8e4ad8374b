import * as z from 'zod'
import type { Route } from './route.ts'

const schemaOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0', unrepresentable: 'any' })

const parameters = (route: Route): readonly unknown[] => {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const shape = route.query && (schemaOf(route.query) as { properties?: object; required?: string[] })
  const inQuery = Object.entries(shape?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: shape?.required?.includes(name) ?? false,
    schema,
  }))
  return [...inPath, ...inQuery]
}

const operation = (route: Route): object => ({
  operationId: `${route.method.toLowerCase()}${route.path.replace(/[^\w]+(\w)/g, (_, first: string) => first.toUpperCase())}`,
  'x-action': route.action,
  ...(route.action === 'everyone' && { security: [] }),
  parameters: parameters(route),
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } },
  }),
  responses: {
    '2XX': { description: 'done' },
    '4XX': { description: 'refused', content: { 'application/problem+json': {} } },
  },
})

/** The API as OpenAPI 3.0, from the very schemas that check the requests. */
export const describeApi = (routes: readonly Route[]): object => {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Yihu', version: '1' },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  }
}
