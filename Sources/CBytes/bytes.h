// What Swift has no word for: sixteen bytes compared at once, and hints about memory.
#ifndef WINBACK_BYTES_H
#define WINBACK_BYTES_H

#include <stdint.h>
#include <string.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Which of 64 bytes end a field or may open a quoted one: `,` LF CR `"`. Bit n stands for byte n.
static inline uint64_t winback_separators(const uint8_t *bytes) {
  uint64_t found = 0;
#if defined(__SSE2__)
  const __m128i comma = _mm_set1_epi8(','), quote = _mm_set1_epi8('"');
  const __m128i feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r');
  for (int step = 0; step < 4; step++) {
    __m128i part = _mm_loadu_si128((const __m128i *)(bytes + 16 * step));
    __m128i fields = _mm_or_si128(_mm_cmpeq_epi8(part, comma), _mm_cmpeq_epi8(part, quote));
    __m128i lines = _mm_or_si128(_mm_cmpeq_epi8(part, feed), _mm_cmpeq_epi8(part, carriage));
    found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(fields, lines)) << (16 * step);
  }
#else
  for (int index = 0; index < 64; index++) {
    uint8_t byte = bytes[index];
    uint64_t is_found = byte == ',' || byte == '"' || byte == '\n' || byte == '\r';
    found |= is_found << index;
  }
#endif
  return found;
}

// Where a byte is among some, or -1.
static inline int64_t winback_find(const uint8_t *bytes, int64_t count, uint8_t byte) {
  const uint8_t *found = (const uint8_t *)memchr(bytes, byte, (size_t)count);
  return found == NULL ? -1 : found - bytes;
}

// Asks for large pages in the part of some memory that has room for whole ones. Asking is all it does.
static inline void winback_prefer_large_pages(void *start, int64_t count) {
#if defined(MADV_HUGEPAGE)
  const uintptr_t page = (uintptr_t)2 << 20;
  uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)start + (uintptr_t)count) / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start, (void)count;
#endif
}

// Asks for the memory at an address, so that it is near when it is needed. Never faults.
static inline void winback_prefetch(const void *address) { __builtin_prefetch(address); }

// Gives memory that is free again back to the system, where it can be told to.
static inline void winback_return_free_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#endif
