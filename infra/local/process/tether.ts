/**
 * Loaded into every child before its own code: when the process that started it is gone, even by `kill -9`, the
 * channel closes and the child ends too. No orphan keeps a port or the database.
 */
process.on('disconnect', () => process.exit(0))
// Listening must not keep a child alive that has done its work.
process.channel?.unref()

// Somebody may have closed the channel before we listened.
if (process.send && !process.connected) process.exit(0)

export {}
