import type { Server } from 'node:http'

/** Listens on 127.0.0.1 at the port, or at the next free one of the ten after it. Returns the port taken. */
export const listen = async (
  server: Server,
  port: number,
  taken: (port: number) => void,
): Promise<number> => {
  for (let candidate = port; candidate <= Math.min(port + 10, 65_535); candidate += 1) {
    const bound = await bind(server, candidate)
    if (bound !== undefined) return bound
    taken(candidate)
  }
  throw new Error(`端口 ${port} 到 ${port + 10} 都被占用。请用 YIHU_PORT 指定一个空闲端口。`)
}

const bind = (server: Server, port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
