internal import CBytes

/// Gives memory that is free again back to the system.
///
/// What is gathered from all cores leaves behind a tenth of what it needed, and a dashboard stays open.
package func returnFreeMemory() { winback_return_free_memory() }
