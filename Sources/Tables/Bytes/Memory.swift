internal import CBytes

/// Keeps memory that is free again for what is needed next: to touch new memory takes an eighth of the time
/// in which a large folder is read. Holds for the whole process, but for what is returned.
package func keepFreeMemory() { winback_keep_free_memory() }

/// Gives memory that is free again back to the system: a dashboard stays open.
package func returnFreeMemory() { winback_return_free_memory() }
